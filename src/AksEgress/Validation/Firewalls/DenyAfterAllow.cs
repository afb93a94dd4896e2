using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>A denial that comes too late.</summary>
internal sealed class DenyAfterAllow() : TopologyRule("AKSE2750", Warning, "A host is denied before it is allowed")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from finding in HostPrecedence.Find(context, RuleAction.Allow, _ => [])
        let hidden = finding.Hidden
        select At(
            hidden.Place,
            $"'{finding.Pattern}' is never denied: rule '{finding.First.Rule.Name}' in {finding.First.Rank} allows it, and is evaluated before {hidden.Rank}. Give what denies the lower number, or remove what allows.");
}
