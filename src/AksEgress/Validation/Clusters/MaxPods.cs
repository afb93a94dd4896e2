using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Clusters;

/// <summary>How many pods a node may have.</summary>
internal sealed class MaxPods() : TopologyRule("AKSE2406", Error, "A node takes 10 to 250 pods")
{
    private static readonly LimitRange _range = ClusterLimits.Known.MaxPodsPerNode;

    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from pool in context.Pools
        where !_range.Contains(pool.MaxPods!.Value)
        select At(pool.At(nameof(NodePool.MaxPods)), $"Node pool '{pool.Name}' has maxPods {pool.MaxPods}; AKS takes {_range.Min} to {_range.Max}.");
}
