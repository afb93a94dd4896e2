using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>Application rules do not reach the last ports.</summary>
internal sealed class ApplicationPortLimit() : TopologyRule("AKSE2223", Error, "The port of an application rule is 1 to 64000")
{
    private static readonly LimitRange _range = Limits.Known.ApplicationRulePort;

    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from rule in context.Policy.ApplicationRules
        from entry in rule.Protocols!.Select((protocol, index) => (protocol.Port, Index: index))
        where !_range.Contains(entry.Port)
        select At(ApplicationRulePlace.OfProtocol(rule, entry.Index), $"Application rule '{rule.Name}' has port {entry.Port}; Azure takes {_range.Min} to {_range.Max} there. Use a network rule for others.");
}
