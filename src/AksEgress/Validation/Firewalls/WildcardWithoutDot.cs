using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>A wildcard matches any text, not only whole labels.</summary>
internal sealed class WildcardWithoutDot() : TopologyRule("AKSE2231", Warning, "A wildcard is followed by a dot")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        foreach (var rule in context.Policy.ApplicationRules)
        {
            for (var i = 0; i < rule.Fqdns!.Count; i++)
            {
                if (rule.Fqdns[i] is { IsWildcard: true } pattern && pattern != FqdnPattern.Any && pattern.ToString()[1] != '.')
                {
                    var domain = pattern.ToString()[1..];
                    yield return At(ApplicationRulePlace.OfHost(rule, i), $"'{pattern}' in application rule '{rule.Name}' covers evil{domain} too, which somebody else may own. Write '*.{domain.TrimStart('-')}' for subdomains, and '{domain.TrimStart('-')}' for the domain itself.");
                }
            }
        }
    }
}
