using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Clusters;

/// <summary>Authorised ranges are for public API servers.</summary>
internal sealed class PrivateClusterRanges() : TopologyRule("AKSE2410", Error, "A private cluster has no authorised ranges")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var cluster = context.Cluster;
        if (cluster.PrivateCluster == true && (cluster.AuthorizedIpRanges!.Count > 0 || cluster.AuthorizeFrontends == true))
        {
            var member = cluster.AuthorizedIpRanges.Count > 0 ? nameof(Cluster.AuthorizedIpRanges) : nameof(Cluster.AuthorizeFrontends);
            yield return At(cluster.At(member), $"The cluster is private and has authorised ranges; they are for the public API server only, and AKS refuses both together. Remove one.");
        }
    }
}
