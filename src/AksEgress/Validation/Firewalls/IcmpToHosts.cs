using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>Hosts in network rules are for TCP and UDP.</summary>
internal sealed class IcmpToHosts() : TopologyRule("AKSE2246", Warning, "A network rule that names hosts is for TCP and UDP")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        foreach (var rule in context.Policy.NetworkRules)
        {
            var icmp = rule.Protocols.FindIndex(protocol => protocol == RuleProtocol.Icmp);
            if (icmp >= 0 && rule.Fqdns!.Count > 0)
            {
                yield return At(rule.At(nameof(NetworkRule.Protocols), icmp), $"Network rule '{rule.Name}' names hosts ({rule.Fqdns[0]}) and ICMP; Azure Firewall matches hosts for TCP and UDP only. Write tcp or udp, or an address instead of the host.");
            }
        }
    }
}
