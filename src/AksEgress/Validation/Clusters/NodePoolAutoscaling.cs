using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Clusters;

/// <summary>The autoscaler's bounds.</summary>
internal sealed class NodePoolAutoscaling() : TopologyRule("AKSE2404", Error, "A node pool has both bounds of the autoscaler or none, and its count lies between them")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        foreach (var pool in context.Pools)
        {
            if (pool.IsUnreadable(nameof(NodePool.MinCount)) || pool.IsUnreadable(nameof(NodePool.MaxCount)))
            {
                continue;
            }

            switch (pool)
            {
                case { MinCount: null, MaxCount: null }:
                    break;
                case { MinCount: null }:
                    yield return At(pool.At(nameof(NodePool.MaxCount)), $"Node pool '{pool.Name}' has a maxCount and no minCount; AKS takes both or none. Add minCount.");
                    break;
                case { MaxCount: null }:
                    yield return At(pool.At(nameof(NodePool.MinCount)), $"Node pool '{pool.Name}' has a minCount and no maxCount; AKS takes both or none. Add maxCount.");
                    break;
                case { MinCount: { } min, MaxCount: { } max } when min < NodePoolCount.MinOf(pool) || min > max || max > NodePoolCount.Max:
                    yield return At(pool.At(nameof(NodePool.MinCount)), $"Node pool '{pool.Name}' scales from {min} to {max} nodes; AKS takes bounds from {NodePoolCount.MinOf(pool)} to {NodePoolCount.Max} with mode {pool.Mode}, the lower one first.");
                    break;
                case { Count: { } count, MinCount: { } min, MaxCount: { } max } when (count < min || count > max) && !pool.IsUnreadable(nameof(NodePool.Count)):
                    yield return At(pool.At(nameof(NodePool.Count)), $"Node pool '{pool.Name}' begins with {count} nodes but scales from {min} to {max}. Write a count in between, or leave it out.");
                    break;
            }
        }
    }
}
