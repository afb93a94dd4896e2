using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;
using AksEgress.Validation.Firewalls;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Breadth;

/// <summary>A wildcard over the names of all customers is a way out for data.</summary>
internal sealed class SharedDomain() : TopologyRule("AKSE2709", Warning, "A wildcard does not cover the names of all customers of a service")
{
    private static readonly string[] _names = [.. FirewallFacts.Known.SharedDomains.Select(domain => "*." + domain.Name)];

    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        foreach (var rule in context.Policy.AllowedApplicationRules)
        {
            for (var i = 0; i < rule.Fqdns!.Count; i++)
            {
                var pattern = rule.Fqdns[i];
                if (pattern.IsWildcard && !HostPatterns.CoversEverything(pattern) && FindShared(pattern) is { } shared)
                {
                    yield return At(ApplicationRulePlace.OfHost(rule, i), $"'{pattern}' in application rule '{rule.Name}' covers {shared}, where every customer of Azure has names: anybody's storage or registry can be written to. Name yours; for a container registry, turn on its dedicated data endpoints.");
                }
            }
        }
    }

    private static string? FindShared(FqdnPattern pattern)
    {
        foreach (var name in _names)
        {
            if (HostPatterns.Covers(pattern, name))
            {
                return name;
            }
        }

        return null;
    }
}
