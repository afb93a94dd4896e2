using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;
using AksEgress.Validation.Breadth;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>Nodes ask for images, packages and the API server before they are ready.</summary>
internal sealed class RequiredHosts() : TopologyRule("AKSE2252", Warning, "The hosts that every cluster needs are allowed")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var topology = context.Topology;
        if (topology.IsUnreadable(nameof(EgressTopology.Cluster)) || context.Cluster.IsUnreadable(nameof(Cluster.OutboundType))
            || context.Cluster.OutboundType != OutboundType.UserDefinedRouting || topology.IsUnreadable(nameof(EgressTopology.Cloud))
            || HasTag(context.Policy) || !AllowedHosts.AreKnown(context))
        {
            yield break;
        }

        var missing = Of(context).Where(host => !IsAllowed(context.Policy, host)).ToList();
        if (missing.Count > 0)
        {
            yield return At(topology.At(nameof(EgressTopology.Allow)), $"No rule allows {Quotation.Own(string.Join(", ", missing))} over HTTPS, which nodes need before they are ready; creating or scaling the cluster would fail (exit code 50, OutboundConnFail). Add 'aks' under allow.");
        }
    }

    /// <summary>The tag stands for all of them, and nobody but Microsoft knows exactly for what.</summary>
    private static bool HasTag(PolicyIndex policy) => policy.AllowedApplicationRules.Any(rule =>
        rule.FqdnTags!.Any(tag => string.Equals(tag.ToString(), FqdnTag.AzureKubernetesService.ToString(), StringComparison.OrdinalIgnoreCase)));

    /// <summary>What is documented to be required, without what has been replaced and what another rule reports.</summary>
    public static IEnumerable<string> Of(ValidationContext context)
    {
        var isPrivate = context.Cluster.PrivateCluster == true || context.Cluster.IsUnreadable(nameof(Cluster.PrivateCluster));
        return from endpoint in EndpointSets.Find(DocumentWord.Of(Model.EndpointSet.Aks))!.For(context.Topology.Cloud!.Value).Endpoints ?? []
               from hosts in HostsOf(endpoint)
               where hosts.Confidence == Confidence.High && !(isPrivate && hosts.Exempt.Contains(Exemption.PrivateCluster))
               from name in hosts.Fqdns
               where !FirewallFacts.Known.ReplacedHosts.Any(replaced => replaced.Former == name || (replaced.Current == name && AllowedHosts.PlaceOf(context.Policy, replaced.Former) is not null))
               let host = FqdnPattern.TryParse(Placeholders.Fill(name, context.Topology.Location), out var pattern, out _) ? pattern.ToString() : null
               where host is not null
               select host;
    }

    /// <summary>The hosts of an endpoint; for a tag, those that it is documented to hold.</summary>
    private static IReadOnlyList<FqdnEndpoint> HostsOf(Endpoint endpoint) => endpoint switch
    {
        FqdnTagEndpoint tag => FqdnTags.Find(tag.Tag)!.Covers,
        FqdnEndpoint hosts => [hosts],
        _ => [],
    };

    /// <summary>True when a rule lets HTTPS to the host pass, or to one that a required wildcard covers: which of those a cluster asks may be known.</summary>
    private static bool IsAllowed(PolicyIndex policy, string host) =>
        policy.AllowedApplicationRules.Any(rule => rule.Protocols!.Contains(ApplicationProtocol.Https) && rule.Fqdns!.Any(pattern => Meet(pattern, host)))
        || policy.AllowedNetworkRules.Any(rule => NetworkBreadth.IsHttps(rule)
            && (BroadAddresses.AreEverything(rule.Destination!) || NetworkBreadth.FindCloud(rule) >= 0 || rule.Fqdns!.Any(candidate => Meet(candidate, host))));

    private static bool Meet(FqdnPattern allowed, string required) =>
        HostPatterns.Covers(allowed, required) || (required.StartsWith('*') && allowed.ToString().EndsWith(required[1..], StringComparison.Ordinal));
}
