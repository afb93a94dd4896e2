using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Clusters;

/// <summary>A node with a public address can be reached past the firewall, and replies to nobody.</summary>
internal sealed class NodePublicAddress() : TopologyRule("AKSE2441", Warning, "Nodes have no public addresses when their traffic leaves through the firewall")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from pool in context.SteersByRoutes ? context.Pools : []
        where pool.EnableNodePublicIp == true
        select At(pool.At(nameof(NodePool.EnableNodePublicIp)), $"Each node of '{pool.Name}' would have a public address; packets to it come in past the firewall, and replies go to the firewall and are dropped.{(HasRanges(context) ? " Where the API server has authorised ranges, as here, AKS does not support it unless the prefix of these addresses is one of them." : "")} Leave enableNodePublicIp out.");

    private static bool HasRanges(ValidationContext context) =>
        context.Cluster.PrivateCluster != true && (context.Cluster.AuthorizedIpRanges!.Count > 0 || context.Cluster.AuthorizeFrontends == true);
}
