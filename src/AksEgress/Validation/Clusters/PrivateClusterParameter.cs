using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Clusters;

/// <summary>A private API server has no address that ranges could be authorised for.</summary>
internal sealed class PrivateClusterParameter() : TopologyRule("AKSE2021", Error, "The parameter authorizedIpRanges needs a cluster that is not private")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        if (context.Cluster.PrivateCluster == true && context.Topology.Parameters!.Contains(TemplateParameter.AuthorizedIpRanges))
        {
            yield return At(context.Topology.At(nameof(EgressTopology.Parameters)), $"The cluster is private, so the template has no authorised ranges and no parameter for them. Remove authorizedIpRanges.");
        }
    }
}
