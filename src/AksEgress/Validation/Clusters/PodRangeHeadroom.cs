using AksEgress.Diagnostics;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Clusters;

/// <summary>Upgrades make nodes before they take nodes away.</summary>
internal sealed class PodRangeHeadroom() : TopologyRule("AKSE2442", Warning, "The pod range has a /24 for every node that an upgrade adds")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        if (PodRangeDemand.Of(context) is { IsTooLarge: false } demand && demand.Nodes + demand.Surge > demand.Room)
        {
            yield return At(demand.Place, $"The pod range {demand.Range} has room for {demand.Room} nodes, each with a /{PodRangeDemand.NodeLength}. The pools come to {demand.Nodes} at their most, and an upgrade adds {demand.Surge}: with full pools upgrades would fail for want of addresses. {demand.Advice}");
        }
    }
}
