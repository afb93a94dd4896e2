using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Clusters;

/// <summary>How many nodes a pool may have.</summary>
internal sealed class NodePoolCount() : TopologyRule("AKSE2403", Error, "A node pool has at most 1000 nodes, and with mode System at least one")
{
    internal static int Max { get; } = ClusterLimits.Known.NodeCount.Max;

    /// <summary>The least number of nodes; 0 where the mode could not be read.</summary>
    internal static int MinOf(NodePool pool) => pool.Mode == NodePoolMode.System && !pool.IsUnreadable(nameof(NodePool.Mode)) ? ClusterLimits.Known.MinSystemPoolNodes.Value : ClusterLimits.Known.NodeCount.Min;

    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from pool in context.Pools
        where pool.MinCount is null && pool.MaxCount is null && (pool.Count < MinOf(pool) || pool.Count > Max)
        select At(pool.At(nameof(NodePool.Count)), $"Node pool '{pool.Name}' has {pool.Count} nodes; AKS takes {MinOf(pool)} to {Max} with mode {pool.Mode}.");
}
