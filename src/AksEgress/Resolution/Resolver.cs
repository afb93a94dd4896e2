using AksEgress.Model;

namespace AksEgress.Resolution;

/// <summary>
/// Fills in every default and carries out every short form, once; nothing downstream derives anything again. What cannot be derived (no firewall subnet,
/// no cluster subnet) stays null and is for validation to report.
/// </summary>
internal static class Resolver
{
    public static EgressTopology Resolve(EgressTopology topology)
    {
        var subnets = new SubnetPlan(topology);
        var firewall = FirewallResolution.Resolve(topology, subnets);
        var cluster = ClusterResolution.Resolve(topology, subnets);
        var publish = new PublishExpansion(topology, subnets);
        var network = NetworkResolution.Resolve(topology, subnets, firewall, cluster, publish.Services);
        return topology with
        {
            Cloud = topology.Cloud ?? AzureCloud.Public,
            ResourceGroup = topology.ResourceGroup ?? $"{topology.Stem}-rg",
            Tags = topology.Tags ?? [],
            Parameters = (topology.Parameters ?? []).Distinct().ToValueList(),
            Network = network,
            Firewall = firewall with { Policy = new RuleResolution(topology, subnets).Resolve(firewall.Policy!, publish.DnatRules) },
            Cluster = cluster with { Identity = IdentityResolution.Resolve(topology, cluster, network, publish.Services) },
            Allow = [],
            Rules = [],
            Publish = [],
            Services = publish.Services,
            ConnectivityCheck = topology.ConnectivityCheck is { } check
                ? check with
                {
                    Allowed = check.Allowed ?? Fqdn.Parse("mcr.microsoft.com"),
                    Denied = check.Denied ?? Fqdn.Parse("example.com"),
                    Namespace = check.Namespace ?? ConnectivityCheck.DefaultNamespace,
                }
                : null,
            Origin = topology.Origin.Resolving(topology.Said),
        };
    }
}
