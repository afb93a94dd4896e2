using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Breadth;

/// <summary>DNS carries anything to anywhere.</summary>
internal sealed class DnsToEveryAddress() : TopologyRule("AKSE2706", Warning, "DNS is allowed to the servers that are meant")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var advice = !context.KnowsFirewall(nameof(Firewall.Tier)) ? "Name the DNS servers."
            : context.Firewall.Tier == FirewallTier.Basic ? "Name the DNS servers; Azure's own needs no rule."
            : "Clients that do not ask the firewall get other addresses than it lets pass, too. Name the DNS servers, or leave the rule out: with the firewall's DNS proxy none is needed.";
        foreach (var rule in context.Policy.AllowedNetworkRules)
        {
            if (BroadAddresses.FindEveryAddress(rule.Destination!) is { } every && NetworkBreadth.IsDns(rule) && !NetworkBreadth.IsWeb(rule) && !NetworkBreadth.IsEveryPort(rule))
            {
                yield return At(rule.At(nameof(NetworkRule.Destination), every.Index), $"Network rule '{rule.Name}' allows DNS to every address ({every.Text}), a way out for data. {advice}");
            }
        }
    }
}
