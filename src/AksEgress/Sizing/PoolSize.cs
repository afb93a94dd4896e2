using AksEgress.Knowledge;
using AksEgress.Model;

namespace AksEgress.Sizing;

/// <summary>How many nodes and pods a pool comes to. Numbers that AKS refuses count as none: they have findings of their own.</summary>
internal static class PoolSize
{
    private static readonly ClusterLimits _limits = ClusterLimits.Known;

    /// <summary>True when all of the pool's numbers could be read, and where its nodes and pods are.</summary>
    public static bool IsKnown(NodePool pool) =>
        !pool.IsUnreadable(nameof(NodePool.Count)) && !pool.IsUnreadable(nameof(NodePool.MinCount))
        && !pool.IsUnreadable(nameof(NodePool.MaxCount)) && !pool.IsUnreadable(nameof(NodePool.MaxPods))
        && !pool.IsUnreadable(nameof(NodePool.Subnet)) && !pool.IsUnreadable(nameof(NodePool.PodSubnet));

    /// <summary>The most nodes: what the autoscaler may make, else the count.</summary>
    public static int Nodes(NodePool pool)
    {
        var nodes = pool.MaxCount ?? pool.Count!.Value;
        return _limits.NodeCount.Contains(nodes) ? nodes : 0;
    }

    /// <summary>The fewest nodes: what the autoscaler leaves, else the count.</summary>
    public static int LeastNodes(NodePool pool) => Math.Min(pool.MinCount ?? pool.Count!.Value, Nodes(pool));

    /// <summary>The nodes that an upgrade adds for a while.</summary>
    public static int Surge(NodePool pool) => ((Nodes(pool) * _limits.DefaultMaxSurgePercent.Value) + 99) / 100;

    /// <summary>The most pods of a node.</summary>
    public static int Pods(NodePool pool) => _limits.MaxPodsPerNode.Contains(pool.MaxPods!.Value) ? pool.MaxPods.Value : 0;

    /// <summary>The addresses of the node subnet that one node takes: its own, and those of its pods where they have no others.</summary>
    public static int NodeAddresses(ClusterNetwork network, NodePool pool) =>
        network is { Plugin: NetworkPlugin.Azure, PluginMode: NetworkPluginMode.NodeSubnet } && pool.PodSubnet is null ? 1 + Pods(pool) : 1;
}
