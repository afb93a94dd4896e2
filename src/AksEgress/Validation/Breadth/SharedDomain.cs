using AksEgress.Diagnostics;
using AksEgress.Validation.Firewalls;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Breadth;

/// <summary>A wildcard over the names of all customers is a way out for data.</summary>
internal sealed class SharedDomain() : TopologyRule("AKSE2709", Warning, "A wildcard does not cover the names of all customers of a service")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        foreach (var rule in context.Policy.AllowedApplicationRules)
        {
            for (var i = 0; i < rule.Fqdns!.Count; i++)
            {
                var pattern = rule.Fqdns[i];
                if (!HostPatterns.CoversEverything(pattern) && HostPatterns.FindShared(pattern) is { } shared)
                {
                    yield return At(ApplicationRulePlace.OfHost(rule, i), $"'{pattern}' in application rule '{rule.Name}' covers {shared}, where every customer of Azure has names: anybody's storage or registry can be written to. Name yours; for a container registry, turn on its dedicated data endpoints.");
                }
            }
        }
    }
}
