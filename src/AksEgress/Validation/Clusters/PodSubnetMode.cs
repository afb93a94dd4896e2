using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Clusters;

/// <summary>Pods have a subnet or a range.</summary>
internal sealed class PodSubnetMode() : TopologyRule("AKSE2419", Error, "A pod subnet needs the plugin azure without overlay")
{
    /// <summary>True when pods take their addresses from subnets.</summary>
    internal static bool TakesPodSubnets(ValidationContext context) => context.Cluster.Network is { Plugin: NetworkPlugin.Azure, PluginMode: NetworkPluginMode.NodeSubnet };

    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var network = context.Cluster.Network!;
        var isKnown = !context.Cluster.IsUnreadable(nameof(Cluster.Network)) && !network.IsUnreadable(nameof(ClusterNetwork.Plugin)) && !network.IsUnreadable(nameof(ClusterNetwork.PluginMode));
        return !isKnown || TakesPodSubnets(context) ? [] :
            from pool in context.Pools
            where pool.PodSubnet is not null
            select At(pool.At(nameof(NodePool.PodSubnet)), $"Node pool '{pool.Name}' has a pod subnet, but the cluster's pods take their addresses from a range of their own ({(network.Plugin == NetworkPlugin.Azure ? "overlay" : DocumentWord.Of(network.Plugin!.Value))}). Remove podSubnet, or take the plugin mode nodeSubnet with the plugin azure.");
    }
}
