using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Clusters;

/// <summary>Pools are told apart by name.</summary>
internal sealed class NodePoolNameUnique() : TopologyRule("AKSE2402", Error, "The names of node pools are unique")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from pair in Duplicates.OfNames(context.Pools, pool => pool.Name)
        select At(pair.Later.At(nameof(NodePool.Name)), $"A second node pool is called '{pair.Later.Name}', and AKS refuses that. Give it another name.");
}
