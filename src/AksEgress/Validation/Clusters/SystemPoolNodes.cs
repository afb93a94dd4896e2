using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;
using AksEgress.Sizing;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Clusters;

/// <summary>One node is one failure away from none.</summary>
internal sealed class SystemPoolNodes() : TopologyRule("AKSE2432", Info, "The node pools with mode System have two nodes or more")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var pools = context.Pools.Where(pool => pool is { Mode: NodePoolMode.System, Os: NodePoolOs.Linux }).ToList();
        var isKnown = context.KnowsPools && pools.TrueForAll(pool => PoolSize.IsKnown(pool) && !pool.IsUnreadable(nameof(NodePool.Mode)));
        if (isKnown && pools.Sum(pool => (long)Least(pool)) is var nodes && nodes < ClusterLimits.Known.RecommendedSystemPoolNodes.Value && nodes >= ClusterLimits.Known.MinSystemPoolNodes.Value)
        {
            var pool = pools.First(pool => Least(pool) > 0);
            yield return At(pool.At(pool.MinCount is null ? nameof(NodePool.Count) : nameof(NodePool.MinCount)), $"AKS's own pods, the cluster's DNS among them, would have one node, '{pool.Name}', and stop while it is replaced. Microsoft advises two nodes at least, better three.");
        }
    }

    private static int Least(NodePool pool) => Math.Max(pool.MinCount ?? pool.Count!.Value, 0);
}
