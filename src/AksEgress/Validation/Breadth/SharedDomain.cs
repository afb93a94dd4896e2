using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;
using AksEgress.Validation.Firewalls;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Breadth;

/// <summary>A wildcard over the names of all customers is a way out for data.</summary>
internal sealed class SharedDomain() : TopologyRule("AKSE2709", Warning, "A wildcard does not cover the names of all customers of a service")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var ofSets = HostsOfSets(context);
        foreach (var rule in context.Policy.AllowedApplicationRules)
        {
            for (var i = 0; i < rule.Fqdns!.Count; i++)
            {
                var pattern = rule.Fqdns[i];
                if (!HostPatterns.CoversEverything(pattern) && !ofSets.Contains(pattern.ToString()) && HostPatterns.FindShared(pattern) is { } shared)
                {
                    yield return At(ApplicationRulePlace.OfHost(rule, i), $"'{pattern}' in application rule '{rule.Name}' covers {shared}, where every customer of Azure has names: data can leave to anybody's. Name yours{(IsOfRegistry(shared) ? "; for a container registry, turn on its dedicated data endpoints" : "")}.");
                }
            }
        }
    }

    /// <summary>What the named sets stand for was chosen by their names.</summary>
    private static HashSet<string> HostsOfSets(ValidationContext context) =>
    [
        .. from set in (context.Said.Allow ?? []).Select(entry => entry.Set).OfType<Model.EndpointSet>()
           from endpoint in (EndpointSets.Find(DocumentWord.Of(set))!.For(context.Topology.Cloud!.Value).Endpoints ?? []).OfType<FqdnEndpoint>()
           from host in endpoint.Fqdns
           select host,
    ];

    /// <summary>Images lie in blob storage where the registry has no data endpoints of its own.</summary>
    private static bool IsOfRegistry(string shared) => shared.EndsWith(".azurecr.io", StringComparison.Ordinal) || shared.StartsWith("*.blob.", StringComparison.Ordinal);
}
