using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>The last ports of a frontend are the firewall's own.</summary>
internal sealed class DnatPortLimit() : TopologyRule("AKSE2218", Warning, "The port of a DNAT rule is 1 to 63999")
{
    private static readonly LimitRange _range = Limits.Known.DnatRulePort;

    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from rule in context.Policy.DnatRules
        where rule.Port.IsSingle && rule.Port.First > _range.Max
        select At(rule.At(nameof(DnatRule.Port)), $"DNAT rule '{rule.Name}' listens on port {rule.Port}; Azure Firewall takes {_range.Min} to {_range.Max} there. Choose a lower one.");
}
