using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Clusters;

/// <summary>Each node takes a piece of the pod range.</summary>
internal sealed class PodRangeSize() : TopologyRule("AKSE2429", Error, "The pod range has a /24 for every node")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        if (PodRangeDemand.Of(context) is { IsTooLarge: true } demand)
        {
            yield return At(demand.Place, $"The pod range {demand.Range} has room for {demand.Room} nodes, each with a /{PodRangeDemand.NodeLength}, and the pools come to {demand.Nodes} at their most; AKS refuses that (InsufficientSubnetSize). {demand.Advice}");
        }
    }
}
