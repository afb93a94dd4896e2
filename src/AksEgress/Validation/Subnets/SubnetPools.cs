using AksEgress.Model;
using AksEgress.Sizing;

namespace AksEgress.Validation.Subnets;

/// <summary>The pools of each subnet, where everything that counts could be read.</summary>
internal static class SubnetPools
{
    /// <summary>The demand on each subnet with nodes.</summary>
    public static IEnumerable<SubnetDemand> DemandOfNodes(ValidationContext context)
    {
        var network = context.Cluster.Network!;
        return !context.KnowsPools || !context.KnowsRoles || network.IsUnreadable(nameof(ClusterNetwork.Plugin)) || network.IsUnreadable(nameof(ClusterNetwork.PluginMode))
            || context.Cluster.IsUnreadable(nameof(Cluster.Network))
            ? []
            : Of(context, pool => pool.Subnet).Select(entry => SubnetDemand.OfNodes(context.Topology, entry.Subnet, entry.Pools));
    }

    /// <summary>The pools of each subnet that has a size worth looking at, where every pool in it could be read.</summary>
    public static IEnumerable<(Subnet Subnet, List<NodePool> Pools)> Of(ValidationContext context, Func<NodePool, string?> subnetOf) =>
        from pools in context.Pools.GroupBy<NodePool, Subnet?>(pool => context.Subnets.Find(subnetOf(pool)), ReferenceEqualityComparer.Instance)
        let subnet = pools.Key
        where subnet is not null && !subnet.IsUnreadable(nameof(Subnet.Prefix)) && UsableAddresses.First(subnet.Prefix) is not null
        where subnet.Role is not (SubnetRole.Firewall or SubnetRole.FirewallManagement) && pools.All(PoolSize.IsKnown)
        select (subnet, pools.ToList());
}
