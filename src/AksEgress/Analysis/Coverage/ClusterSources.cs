using System.Collections.Immutable;
using AksEgress.Model;

namespace AksEgress.Analysis.Coverage;

/// <summary>The subnets that a cluster's flows come from.</summary>
internal sealed class ClusterSources(EgressTopology topology)
{
    private readonly ValueList<NodePool> _pools = topology.Cluster!.NodePools!;

    /// <summary>The subnets of nodes and of pods.</summary>
    public ImmutableArray<FlowSource> All => Of(_pools.SelectMany(pool => pool.SubnetNames));

    /// <summary>The subnets of nodes, which pull images.</summary>
    public ImmutableArray<FlowSource> Nodes => Of(_pools.Select(pool => pool.Subnet));

    /// <summary>The subnets of nodes with a system.</summary>
    public ImmutableArray<FlowSource> OfNodes(NodePoolOs os) => Of(_pools.Where(pool => pool.Os == os).Select(pool => pool.Subnet));

    private ImmutableArray<FlowSource> Of(IEnumerable<string?> names) =>
    [
        .. names.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)
            .Where(name => topology.Network.Subnets.Any(subnet => string.Equals(subnet.Name, name, StringComparison.OrdinalIgnoreCase)))
            .Select(FlowSource.OfSubnet),
    ];
}
