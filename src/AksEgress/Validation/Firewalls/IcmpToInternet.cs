using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>The firewall cannot put its public address on what is neither TCP nor UDP.</summary>
internal sealed class IcmpToInternet() : TopologyRule("AKSE2247", Warning, "ICMP is allowed to private addresses only")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        foreach (var rule in context.Policy.AllowedNetworkRules)
        {
            if (rule.Protocols.FindIndex(protocol => protocol == RuleProtocol.Icmp) is >= 0 and var icmp && FirstPublic(context, rule) is { } destination)
            {
                yield return At(rule.At(nameof(NetworkRule.Protocols), icmp), $"Network rule '{rule.Name}' allows ICMP to {destination}, which is in the Internet; Azure Firewall sends no ICMP there, so a ping gets no answer. Leave icmp out, or test with tcp.");
            }
        }
    }

    private static string? FirstPublic(ValidationContext context, NetworkRule rule)
    {
        // A network may have public addresses of its own; where they could not be read, every address may be one of them.
        var isComplete = !context.Topology.IsUnreadable(nameof(EgressTopology.Network)) && !context.Network.IsUnreadable(nameof(VirtualNetwork.AddressSpace));
        foreach (var addresses in rule.Destination!)
        {
            if (isComplete && !KnownRanges.Private.Overlaps(addresses) && !context.AddressSpace.Overlaps(addresses))
            {
                return addresses.ToString();
            }
        }

        return rule.ServiceTags!.Count > 0 ? rule.ServiceTags[0].ToString() : null;
    }
}
