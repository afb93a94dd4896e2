using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Clusters;

/// <summary>kubenet writes routes before a system-assigned identity has rights.</summary>
internal sealed class SystemAssignedWithKubenet() : TopologyRule("AKSE2416", Error, "kubenet with a route table of your own needs a user-assigned identity")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var cluster = context.Cluster;
        if (cluster.Network!.Plugin == NetworkPlugin.Kubenet && cluster.Identity!.Type == ClusterIdentityType.SystemAssigned
            && context.CarryingSubnets.Any(subnet => context.RouteTables.Find(subnet.RouteTable) is not null))
        {
            yield return At(cluster.Identity.At(nameof(ClusterIdentity.Type)), $"The cluster has kubenet, a route table and a system-assigned identity; AKS refuses that (\"Clusters using managed identity type SystemAssigned do not support bringing your own route table\"). Write 'type: userAssigned', or take the plugin azure.");
        }
    }
}
