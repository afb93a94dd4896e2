using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>DNAT is from one port to one port.</summary>
internal sealed class DnatSinglePort() : TopologyRule("AKSE2217", Error, "A DNAT rule translates one port to one port")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        foreach (var rule in context.Policy.DnatRules)
        {
            if (!rule.Port.IsSingle)
            {
                yield return At(rule.At(nameof(DnatRule.Port)), $"DNAT rule '{rule.Name}' has the ports {rule.Port}; Azure takes exactly one (FirewallPolicyNatRuleInvalidDnatMultipleDestinationPortsExists). Write a rule for each port.");
            }
            else if (!rule.TranslatedPort!.Value.IsSingle)
            {
                yield return At(rule.At(nameof(DnatRule.TranslatedPort)), $"DNAT rule '{rule.Name}' translates to the ports {rule.TranslatedPort}; Azure takes exactly one (AzureFirewallRuleInvalidDnatPortOrRangeFormat). Write one.");
            }
        }
    }
}
