using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>Hosts or FQDN tags; that it is not both is a rule of its own.</summary>
internal sealed class ApplicationRuleTarget() : TopologyRule("AKSE2216", Error, "An application rule names hosts or FQDN tags")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from rule in context.Policy.ApplicationRules
        where rule.Fqdns!.Count + rule.FqdnTags!.Count == 0
        where !rule.IsUnreadable(nameof(ApplicationRule.Fqdns)) && !rule.IsUnreadable(nameof(ApplicationRule.FqdnTags))
        select At(rule.Origin.Span, $"Application rule '{rule.Name}' names no hosts, and Azure refuses it. Name hosts under 'fqdns', or tags under 'fqdnTags'.");
}
