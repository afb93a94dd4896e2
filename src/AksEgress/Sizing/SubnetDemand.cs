using AksEgress.Model;

namespace AksEgress.Sizing;

/// <summary>What nodes take of a subnet's addresses, and how many there are.</summary>
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

    /// <summary>The demand of the pools whose nodes are in a subnet.</summary>
    /// <param name="topology">The topology, resolved.</param>
    /// <param name="subnet">The subnet.</param>
    /// <param name="pools">The pools.</param>
    public static SubnetDemand OfNodes(EgressTopology topology, Subnet subnet, IReadOnlyList<NodePool> pools)
    {
        var cluster = topology.Cluster!;
        var first = cluster.NodePools!.Select(pool => pool.Subnet).FirstOrDefault() ?? "";
        bool IsHere(string name) => string.Equals(name, subnet.Name, StringComparison.OrdinalIgnoreCase);
        return new(
            subnet,
            pools.Sum(PoolSize.Nodes),
            pools.Sum(pool => (long)PoolSize.Nodes(pool) * PoolSize.NodeAddresses(cluster.Network!, pool)),
            pools.Sum(pool => (long)PoolSize.Surge(pool) * PoolSize.NodeAddresses(cluster.Network!, pool)),
            topology.Services!
                .Where(service => service.LoadBalancer == LoadBalancerKind.Internal && service.Address is not null && IsHere(service.Subnet ?? first))
                .Select(service => service.Address).Distinct().Count()
            + (cluster.PrivateCluster == true && IsHere(first) ? 1 : 0));
    }

    /// <summary>The most pods of pools: each takes an address of the subnet of pods.</summary>
    public static long OfPods(IEnumerable<NodePool> pools) => pools.Sum(pool => (long)PoolSize.Nodes(pool) * PoolSize.Pods(pool));

    /// <summary>The pods that the nodes of an upgrade may have beside: they take addresses before those of the nodes that go are free.</summary>
    public static long OfSurgePods(IEnumerable<NodePool> pools) => pools.Sum(pool => (long)PoolSize.Surge(pool) * PoolSize.Pods(pool));
}
