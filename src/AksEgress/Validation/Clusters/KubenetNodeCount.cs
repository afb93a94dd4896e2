using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;
using AksEgress.Sizing;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Clusters;

/// <summary>With kubenet every node is a route.</summary>
internal sealed class KubenetNodeCount() : TopologyRule("AKSE2430", Error, "A cluster with kubenet has at most 400 nodes")
{
    private static readonly int _max = ClusterLimits.Known.MaxKubenetNodes.Value;

    /// <summary>True when the rule is broken.</summary>
    internal static bool Applies(ValidationContext context) => context.Cluster.Network!.Plugin == NetworkPlugin.Kubenet && Nodes(context) > _max;

    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        if (Applies(context))
        {
            yield return At(context.Cluster.Network!.At(nameof(ClusterNetwork.Plugin)), $"The pools come to {Nodes(context)} nodes at their most, and each takes a route; kubenet ends at {_max}. Leave the plugin out for Azure CNI with overlay.");
        }
    }

    private static int Nodes(ValidationContext context) => context.Pools.Where(PoolSize.IsKnown).Sum(PoolSize.Nodes);
}
