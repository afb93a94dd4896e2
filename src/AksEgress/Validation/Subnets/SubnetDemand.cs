using AksEgress.Model;
using AksEgress.Validation.Clusters;

namespace AksEgress.Validation.Subnets;

/// <summary>What nodes and pods take of a subnet's addresses, and how many there are.</summary>
/// <param name="Subnet">The subnet.</param>
/// <param name="Nodes">Nodes at their most.</param>
/// <param name="Addresses">Addresses that these take.</param>
/// <param name="Surge">Addresses that an upgrade takes beside.</param>
/// <param name="Others">Addresses of load balancers and of the private API server.</param>
internal sealed record SubnetDemand(Subnet Subnet, int Nodes, long Addresses, long Surge, int Others)
{
    /// <summary>The addresses that Azure leaves.</summary>
    public long Available => UsableAddresses.Count(Subnet.Prefix);

    /// <summary>True when AKS refuses the cluster.</summary>
    public bool IsTooLarge => Addresses > Available;

    /// <summary>The longest prefix with room for so many addresses.</summary>
    public static string PrefixFor(long addresses)
    {
        var length = 32;
        while (length > 0 && UsableAddresses.Count(new(default, length)) < addresses)
        {
            length--;
        }

        return FormattableString.Invariant($"/{length}");
    }

    /// <summary>The demand on each subnet with nodes, where everything that counts could be read.</summary>
    public static IEnumerable<SubnetDemand> OfNodes(ValidationContext context)
    {
        var network = context.Cluster.Network!;
        if (!context.KnowsPools || !context.KnowsRoles || network.IsUnreadable(nameof(ClusterNetwork.Plugin)) || network.IsUnreadable(nameof(ClusterNetwork.PluginMode))
            || context.Cluster.IsUnreadable(nameof(Cluster.Network)))
        {
            yield break;
        }

        var first = context.Pools.Select(pool => pool.Subnet).FirstOrDefault();
        var balancers = context.Topology.Services!
            .Where(service => service.LoadBalancer == LoadBalancerKind.Internal && service.Address is not null)
            .GroupBy(service => service.Subnet ?? first ?? "", service => service.Address, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.Distinct().Count(), StringComparer.OrdinalIgnoreCase);
        foreach (var (subnet, pools) in Of(context, pool => pool.Subnet))
        {
            yield return new(
                subnet,
                pools.Sum(PoolSize.Nodes),
                pools.Sum(pool => (long)PoolSize.Nodes(pool) * PoolSize.NodeAddresses(network, pool)),
                pools.Sum(pool => (long)PoolSize.Surge(pool) * PoolSize.NodeAddresses(network, pool)),
                balancers.GetValueOrDefault(subnet.Name) + (context.Cluster.PrivateCluster == true && ReferenceEquals(subnet, context.Subnets.Find(first)) ? 1 : 0));
        }
    }

    /// <summary>The pools of each subnet that has a size worth looking at, where every pool in it could be read.</summary>
    public static IEnumerable<(Subnet Subnet, List<NodePool> Pools)> Of(ValidationContext context, Func<NodePool, string?> subnetOf) =>
        from pools in context.Pools.GroupBy<NodePool, Subnet?>(pool => context.Subnets.Find(subnetOf(pool)), ReferenceEqualityComparer.Instance)
        let subnet = pools.Key
        where subnet is not null && !subnet.IsUnreadable(nameof(Subnet.Prefix)) && UsableAddresses.First(subnet.Prefix) is not null
        where subnet.Role is not (SubnetRole.Firewall or SubnetRole.FirewallManagement) && pools.All(PoolSize.IsKnown)
        select (subnet, pools.ToList());
}
