using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Clusters;

/// <summary>Pods in the network's subnets have no range of their own.</summary>
internal sealed class PodRangeUnused() : TopologyRule("AKSE2418", Error, "A pod range stands only with overlay or kubenet")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var network = context.Cluster.Network!;
        if (network is { Plugin: NetworkPlugin.Azure, PluginMode: NetworkPluginMode.NodeSubnet, PodCidr: { } range }
            && !network.IsUnreadable(nameof(ClusterNetwork.PluginMode)) && !network.IsUnreadable(nameof(ClusterNetwork.Plugin)))
        {
            yield return At(network.At(nameof(ClusterNetwork.PodCidr)), $"Pods take their addresses from a subnet, so the pod range {range} means nothing, and AKS refuses it. Remove it, or take the plugin mode overlay.");
        }
    }
}
