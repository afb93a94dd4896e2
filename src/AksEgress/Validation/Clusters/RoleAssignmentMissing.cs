using AksEgress.Diagnostics;
using AksEgress.Model;
using AksEgress.Validation.Services;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Clusters;

/// <summary>Role assignments that are said replace those that would be derived.</summary>
internal sealed class RoleAssignmentMissing() : TopologyRule("AKSE2440", Warning, "The identity has a role on the subnets of nodes, pods and internal load balancers, and with kubenet on the route table")
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
        foreach (var subnet in OfPools(context).Where(subnet => subnets.Add(subnet.Name)))
        {
            yield return At(place, $"The cluster puts nodes or pods into '{subnet.Name}', and its identity gets no role there: AKS may not join them to the subnet. Add a role assignment for it, or leave roleAssignments out.");
        }

        foreach (var subnet in OfLoadBalancers(context).Where(subnet => subnets.Add(subnet.Name)))
        {
            yield return At(place, $"The cluster puts load balancers into '{subnet.Name}', and its identity gets no role there: their Services would wait for an address without end. Add a role assignment for it, or leave roleAssignments out.");
        }

        var tables = identity.RoleAssignments!.Select(assignment => assignment.RouteTable).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var table in context.Cluster.Network!.Plugin == NetworkPlugin.Kubenet && !SystemAssignedWithKubenet.Applies(context) ? context.SteeringTables.Where(table => !tables.Contains(table.Name!)) : [])
        {
            yield return At(place, $"kubenet writes routes into '{table.Name}', and the cluster's identity gets no role on it; AKS refuses that (CustomRouteTableMissingPermission). Add a role assignment for it, or leave roleAssignments out.");
        }
    }

    private static IEnumerable<Subnet> OfPools(ValidationContext context)
    {
        var takesPodSubnets = PodSubnetMode.TakesPodSubnets(context);
        return
            from pool in context.KnowsPools && context.KnowsRoles ? context.Pools : []
            where !pool.IsUnreadable(nameof(NodePool.Subnet)) && !pool.IsUnreadable(nameof(NodePool.PodSubnet))
            from name in new[] { pool.Subnet, takesPodSubnets ? pool.PodSubnet : null }
            let subnet = context.Subnets.Find(name)
            where subnet is not null && subnet.Role is not (SubnetRole.Firewall or SubnetRole.FirewallManagement)
            select subnet;
    }

    private static IEnumerable<Subnet> OfLoadBalancers(ValidationContext context) =>
        from service in context.Topology.Services!
        where service.LoadBalancer == LoadBalancerKind.Internal
        where !service.IsUnreadable(nameof(LoadBalancerService.LoadBalancer)) && !service.IsUnreadable(nameof(LoadBalancerService.Subnet))
        let subnet = InternalAddresses.SubnetOf(context, service)
        where subnet is not null && subnet.Role is not (SubnetRole.Firewall or SubnetRole.FirewallManagement)
        select subnet;
}
