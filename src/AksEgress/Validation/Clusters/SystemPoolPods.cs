using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;
using AksEgress.Sizing;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Clusters;

/// <summary>AKS's own pods must fit.</summary>
internal sealed class SystemPoolPods() : TopologyRule("AKSE2434", Error, "A node pool with mode System has room for 30 pods")
{
    private static readonly int _min = ClusterLimits.Known.MinSystemPoolPods.Value;

    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from pool in context.Pools
        where pool.Mode == NodePoolMode.System && !pool.IsUnreadable(nameof(NodePool.Mode)) && PoolSize.IsKnown(pool)
        let pods = (long)pool.Count!.Value * PoolSize.Pods(pool)
        where pods > 0 && pods < _min
        select At(pool.At(nameof(NodePool.MaxPods)), $"Node pool '{pool.Name}' has room for {pods} pods ({pool.Count} × {pool.MaxPods}); AKS takes a system pool with room for {_min} only. Write more maxPods or more nodes.");
}
