using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Clusters;

/// <summary>Role assignments that are said replace those that would be derived.</summary>
internal sealed class RoleAssignmentMissing() : TopologyRule("AKSE2440", Warning, "The identity has a role on the subnets of internal load balancers, and with kubenet on the route table")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var identity = context.Cluster.Identity!;
        if (context.Said.Cluster?.Identity?.RoleAssignments is null || identity.IsUnreadable(nameof(ClusterIdentity.RoleAssignments))
            || identity.RoleAssignments!.Any(assignment => assignment.IsUnreadable(nameof(RoleAssignment.Subnet)) || assignment.IsUnreadable(nameof(RoleAssignment.RouteTable))))
        {
            yield break;
        }

        var place = identity.At(nameof(ClusterIdentity.RoleAssignments));
        var subnets = identity.RoleAssignments!.Select(assignment => assignment.Subnet).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        var wanted = context.Topology.Services!.Where(service => service.LoadBalancer == LoadBalancerKind.Internal).Select(service => context.Subnets.Find(service.Subnet)?.Name).OfType<string>();
        foreach (var subnet in wanted.Distinct(StringComparer.OrdinalIgnoreCase).Where(subnet => !subnets.Contains(subnet)))
        {
            yield return At(place, $"The cluster puts load balancers into '{subnet}', and its identity gets no role there: their Services would wait for an address without end. Add {{ subnet: {subnet} }}, or leave roleAssignments out.");
        }

        var tables = identity.RoleAssignments!.Select(assignment => assignment.RouteTable).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var table in context.Cluster.Network!.Plugin == NetworkPlugin.Kubenet && !SystemAssignedWithKubenet.Applies(context) ? context.SteeringTables.Where(table => !tables.Contains(table.Name!)) : [])
        {
            yield return At(place, $"kubenet writes routes into '{table.Name}', and the cluster's identity gets no role on it; AKS refuses that (CustomRouteTableMissingPermission). Add {{ routeTable: {table.Name} }}, or leave roleAssignments out.");
        }
    }
}
