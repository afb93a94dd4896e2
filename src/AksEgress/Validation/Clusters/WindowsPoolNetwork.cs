using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Clusters;

/// <summary>Windows nodes need Azure CNI and its own data plane.</summary>
internal sealed class WindowsPoolNetwork() : TopologyRule("AKSE2407", Error, "Windows node pools need the network plugin azure and the data plane azure")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var network = context.Cluster.Network!;
        var plugin = network.Plugin == NetworkPlugin.Kubenet;
        var dataplane = network.Dataplane == NetworkDataplane.Cilium;
        var isKnown = !network.IsUnreadable(nameof(ClusterNetwork.Plugin)) && !network.IsUnreadable(nameof(ClusterNetwork.Dataplane)) && !context.Cluster.IsUnreadable(nameof(Cluster.Network));
        return !isKnown || (!plugin && !dataplane) ? [] :
            from pool in context.Pools
            where pool.Os == NodePoolOs.Windows
            select At(pool.At(nameof(NodePool.Os)), $"Node pool '{pool.Name}' is Windows, which does not work with {(plugin ? "kubenet" : "the cilium data plane")}. {(plugin ? "Leave cluster.network.plugin out." : "Leave cluster.network.dataplane out.")}");
    }
}
