using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>ICMP has no ports.</summary>
internal sealed class IcmpPorts() : TopologyRule("AKSE2248", Info, "A network rule for ICMP alone names no ports")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        foreach (var rule in context.Policy.NetworkRules)
        {
            if (rule.Protocols.Count > 0 && !rule.IsUnreadable(nameof(NetworkRule.Protocols)) && rule.Protocols.All(protocol => protocol == RuleProtocol.Icmp) && rule.Ports.Count > 0 && !rule.Ports.Any(BroadAddresses.IsEveryPort))
            {
                yield return At(rule.At(nameof(NetworkRule.Ports)), $"Network rule '{rule.Name}' is for ICMP, which has no ports; Microsoft does not say what {string.Join(", ", rule.Ports)} means. Write '*'.");
            }
        }
    }
}
