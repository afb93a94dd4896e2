using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>An address or a host.</summary>
internal sealed class DnatTarget() : TopologyRule("AKSE2219", Error, "A DNAT rule translates to an address or to a host")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        foreach (var rule in context.Policy.DnatRules)
        {
            if (rule.TranslatedAddress is not null && rule.TranslatedFqdn is not null)
            {
                yield return At(rule.At(nameof(DnatRule.TranslatedFqdn)), $"DNAT rule '{rule.Name}' translates to {rule.TranslatedAddress} and to {rule.TranslatedFqdn}; Azure takes one. Remove the other.");
            }
            else if (rule.TranslatedAddress is null && rule.TranslatedFqdn is null && !rule.IsUnreadable(nameof(DnatRule.TranslatedAddress)) && !rule.IsUnreadable(nameof(DnatRule.TranslatedFqdn)))
            {
                yield return At(rule.Origin.Span, $"DNAT rule '{rule.Name}' does not say where to. Write 'translatedAddress' or 'translatedFqdn'.");
            }
        }
    }
}
