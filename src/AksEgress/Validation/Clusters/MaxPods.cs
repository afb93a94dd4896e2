using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Clusters;

/// <summary>How many pods a node may have.</summary>
internal sealed class MaxPods() : TopologyRule("AKSE2406", Error, "A node takes 10 to 250 pods")
{
    private const int Min = 10;
    private const int Max = 250;

    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from pool in context.Pools
        where pool.MaxPods is < Min or > Max
        select At(pool.At(nameof(NodePool.MaxPods)), $"Node pool '{pool.Name}' has maxPods {pool.MaxPods}; AKS takes {Min} to {Max}.");
}
