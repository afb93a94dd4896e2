using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Clusters;

/// <summary>Cilium's policies are carried out by its data plane.</summary>
internal sealed class CiliumPolicy() : TopologyRule("AKSE2420", Warning, "The network policy cilium needs the data plane cilium")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var network = context.Cluster.Network!;
        if (network is { Policy: NetworkPolicy.Cilium, Dataplane: not NetworkDataplane.Cilium } && !network.IsUnreadable(nameof(ClusterNetwork.Dataplane)) && !network.IsUnreadable(nameof(ClusterNetwork.Plugin)))
        {
            yield return At(network.At(nameof(ClusterNetwork.Policy)), $"The network policy cilium works with the data plane cilium only, and the cluster has {(network.Dataplane is { } dataplane ? DocumentWord.Of(dataplane) : "none")}. Take the data plane cilium, or another policy.");
        }
    }
}
