using AksEgress.Diagnostics;
using AksEgress.Model;
using AksEgress.Validation.Firewalls;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Breadth;

/// <summary>What allows every host filters nothing.</summary>
internal sealed class EveryHost() : TopologyRule("AKSE2708", Warning, "An application rule does not allow every host")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        foreach (var rule in context.Policy.AllowedApplicationRules)
        {
            for (var i = 0; i < rule.Fqdns!.Count; i++)
            {
                if (HostPatterns.CoversEverything(rule.Fqdns[i]))
                {
                    yield return At(ApplicationRulePlace.OfHost(rule, i), $"Application rule '{rule.Name}' allows {(rule.Fqdns[i] == FqdnPattern.Any ? "every host" : $"every host of a top-level domain ({rule.Fqdns[i]})")}, which anybody can have one of. Name the hosts, or their domains: '*.contoso.com'.");
                }
            }
        }
    }
}
