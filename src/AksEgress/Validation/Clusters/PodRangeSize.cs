using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Clusters;

/// <summary>Each node takes a piece of the pod range.</summary>
internal sealed class PodRangeSize() : TopologyRule("AKSE2429", Error, "The pod range has a /24 for every node")
{
    private static readonly int _length = ClusterLimits.Known.NodePodPrefixLength.Value;

    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var network = context.Cluster.Network!;
        var hasRange = network.Plugin == NetworkPlugin.Kubenet || network is { Plugin: NetworkPlugin.Azure, PluginMode: NetworkPluginMode.Overlay };
        if (hasRange && network.PodCidr is { } range && !network.IsUnreadable(nameof(ClusterNetwork.PodCidr)) && !KubenetNodeCount.Applies(context))
        {
            var nodes = context.Pools.Where(PoolSize.IsKnown).Sum(PoolSize.Nodes);
            var room = range.Length > _length ? 0 : 1L << (_length - range.Length);
            if (nodes > room)
            {
                var length = _length;
                while (1L << (_length - length) < nodes)
                {
                    length--;
                }

                yield return At(network.At(nameof(ClusterNetwork.PodCidr)), $"The pod range {range} has room for {room} nodes, each with a /{_length}, and the pools come to {nodes} at their most; AKS refuses that (InsufficientSubnetSize). Write a range of /{length} or larger.");
            }
        }
    }
}
