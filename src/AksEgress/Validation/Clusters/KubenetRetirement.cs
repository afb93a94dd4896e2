using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Clusters;

/// <summary>kubenet ends, and until then does not bear a second deployment.</summary>
internal sealed class KubenetRetirement() : TopologyRule("AKSE2423", Warning, "A new cluster does not take kubenet, which AKS retires")
{
    private static readonly Retirement _retirement = ClusterLimits.Known.KubenetRetirement;

    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var network = context.Cluster.Network!;

        // Who is told that kubenet does not work here is not told to replace it as well.
        var isRefused = network.PluginMode is not null || network.Dataplane is not null || SystemAssignedWithKubenet.Applies(context) || KubenetNodeCount.Applies(context)
            || context.Pools.Any(pool => pool.Os == NodePoolOs.Windows);
        if (network.Plugin == NetworkPlugin.Kubenet && !isRefused && !network.IsUnreadable(nameof(ClusterNetwork.Plugin)))
        {
            yield return At(network.At(nameof(ClusterNetwork.Plugin)), $"AKS supports kubenet until {_retirement.Date:yyyy-MM-dd}; and a second deployment of the route table would remove the routes that kubenet writes into it for each node. Leave the plugin out for Azure CNI with overlay.");
        }
    }
}
