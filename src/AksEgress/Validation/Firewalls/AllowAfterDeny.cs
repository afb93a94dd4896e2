using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>A denial that takes away what is allowed: one finding for each host or tag that denies.</summary>
internal sealed class AllowAfterDeny() : TopologyRule("AKSE2751", Warning, "A denial does not come before what is allowed")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var required = new Lazy<List<string>>(() => [.. RequiredHosts.Of(context)]);
        return
            from findings in HostPrecedence.Find(context, RuleAction.Deny, tag => tag == FqdnTag.AzureKubernetesService ? required.Value : [])
                .GroupBy(finding => finding.First, ReferenceEqualityComparer.Instance)
            let first = findings.First()
            let more = findings.Count() > 1 ? $", and {findings.Count() - 1} more of what is allowed," : ""
            select At(
                first.First.Place,
                $"Rule '{first.First.Rule.Name}' in {first.First.Rank} denies '{first.Pattern}'{more} before rule '{first.Hidden.Rule.Name}' in {first.Hidden.Rank} allows it, so the allowing never takes effect. Give the denial the higher number, narrow it, or remove what it hides.");
    }
}
