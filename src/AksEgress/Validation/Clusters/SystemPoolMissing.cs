using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Clusters;

/// <summary>AKS needs a home for its own pods.</summary>
internal sealed class SystemPoolMissing() : TopologyRule("AKSE2405", Error, "A cluster has a Linux node pool with mode System")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var isKnown = context.KnowsPools && !context.Pools.Any(pool => pool.IsUnreadable(nameof(NodePool.Mode)) || pool.IsUnreadable(nameof(NodePool.Os)));
        if (isKnown && !context.Pools.Any(pool => pool is { Mode: NodePoolMode.System, Os: NodePoolOs.Linux }))
        {
            yield return At(context.Cluster.At(nameof(Cluster.NodePools)), $"No Linux node pool has the mode system, and AKS refuses a cluster without. Add a pool with that mode.");
        }
    }
}
