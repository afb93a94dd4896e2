using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>A wildcard matches any text, not only whole labels. Those that are too wide anyway have rules of their own.</summary>
internal sealed class WildcardWithoutDot() : TopologyRule("AKSE2231", Warning, "A wildcard is followed by a dot")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        foreach (var rule in context.Policy.ApplicationRules)
        {
            for (var i = 0; i < rule.Fqdns!.Count; i++)
            {
                var pattern = rule.Fqdns[i];
                if (pattern.IsWildcard && !HostPatterns.CoversEverything(pattern) && pattern.ToString()[1] != '.' && HostPatterns.FindShared(pattern) is null)
                {
                    yield return At(ApplicationRulePlace.OfHost(rule, i), $"'{pattern}' in application rule '{rule.Name}' covers {Covered(pattern.ToString()[1..])}");
                }
            }
        }
    }

    /// <summary>What the wildcard covers that was not meant, and what to write.</summary>
    private static string Covered(string end)
    {
        var parent = end[(end.IndexOf('.', StringComparison.Ordinal) + 1)..];
        var isForeign = HostPatterns.IsOpenToAnybody(parent);
        var covered = isForeign ? $"evil{end} too, which somebody else may own." : $"every host whose name ends in '{end}', whatever is in front.";
        var advice = end[0] is '-' || parent.Contains('.', StringComparison.Ordinal) ? "Name the hosts." : $"Write '*.{end}' for subdomains, and '{end}' for the domain itself.";
        return $"{covered} {advice}";
    }
}
