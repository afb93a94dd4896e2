using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Clusters;

/// <summary>kubenet writes routes before a system-assigned identity has rights.</summary>
internal sealed class SystemAssignedWithKubenet() : TopologyRule("AKSE2416", Error, "kubenet with a route table of your own needs a user-assigned identity")
{
    /// <summary>True when the rule is broken.</summary>
    internal static bool Applies(ValidationContext context) =>
        context.Cluster is { Network.Plugin: NetworkPlugin.Kubenet, Identity.Type: ClusterIdentityType.SystemAssigned }
        && context.CarryingSubnets.Any(subnet => context.RouteTables.Find(subnet.RouteTable) is not null);

    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        if (Applies(context))
        {
            yield return At(context.Cluster.Identity!.At(nameof(ClusterIdentity.Type)), $"The cluster has kubenet, a route table and a system-assigned identity; AKS refuses that (\"Clusters using managed identity type SystemAssigned do not support bringing your own route table\"). Take a userAssigned identity, or the plugin azure.");
        }
    }
}
