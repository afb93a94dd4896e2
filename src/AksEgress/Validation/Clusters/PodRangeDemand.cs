using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;
using AksEgress.Sizing;

namespace AksEgress.Validation.Clusters;

/// <summary>What nodes take of the pod range, and how much there is.</summary>
/// <param name="Range">The pod range.</param>
/// <param name="Nodes">Nodes at their most.</param>
/// <param name="Surge">Nodes that an upgrade adds.</param>
/// <param name="Place">Where the range is said.</param>
internal sealed record PodRangeDemand(Cidr Range, int Nodes, int Surge, SourceSpan Place)
{
    private static readonly int _widest = Limits.Known.PrivateRanges.Prefixes.Min(range => range.Length);

    /// <summary>The prefix length of each node's piece.</summary>
    public static int NodeLength { get; } = ClusterLimits.Known.NodePodPrefixLength.Value;

    /// <summary>How many nodes there is room for.</summary>
    public long Room => RoomOf(Range.Length);

    /// <summary>True when AKS refuses the cluster.</summary>
    public bool IsTooLarge => Nodes > Room;

    /// <summary>What would do, also for upgrades.</summary>
    public string Advice
    {
        get
        {
            var length = NodeLength;
            while (RoomOf(length) < Nodes + Surge)
            {
                length--;
            }

            return length >= _widest ? FormattableString.Invariant($"Write a range of /{length} or larger.") : "No private range is that large: lower the counts of the pools.";
        }
    }

    /// <summary>The demand of the pools whose numbers could be read; null where pods have no range, or kubenet too many nodes at all.</summary>
    public static PodRangeDemand? Of(ValidationContext context)
    {
        var network = context.Cluster.Network!;
        var hasRange = network.Plugin == NetworkPlugin.Kubenet || network is { Plugin: NetworkPlugin.Azure, PluginMode: NetworkPluginMode.Overlay };
        if (!hasRange || network.PodCidr is not { } range || network.IsUnreadable(nameof(ClusterNetwork.PodCidr)) || KubenetNodeCount.Applies(context))
        {
            return null;
        }

        var pools = context.Pools.Where(PoolSize.IsKnown).ToList();
        return new(range, pools.Sum(PoolSize.Nodes), pools.Sum(PoolSize.Surge), network.At(nameof(ClusterNetwork.PodCidr)));
    }

    private static long RoomOf(int length) => length > NodeLength ? 0 : 1L << (NodeLength - length);
}
