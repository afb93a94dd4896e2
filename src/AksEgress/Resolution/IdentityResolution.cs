using AksEgress.Model;

namespace AksEgress.Resolution;

/// <summary>The control plane's identity and what it may do: join the subnets that it puts nodes and load balancers into, and write their routes.</summary>
internal static class IdentityResolution
{
    public static ClusterIdentity Resolve(EgressTopology topology, Cluster cluster, VirtualNetwork network, ValueList<LoadBalancerService> services)
    {
        var said = cluster.Identity ?? new ClusterIdentity { Origin = cluster.Origin.Derived };
        var type = said.Type ?? ClusterIdentityType.UserAssigned;
        return said with
        {
            Type = type,
            Name = said.Name ?? (type == ClusterIdentityType.UserAssigned ? $"{topology.Stem}-identity" : null),
            RoleAssignments = said.RoleAssignments is { } assignments ? Spell(assignments, network) : Derive(said.Origin.Derived, cluster, network, services),
        };
    }

    private static ValueList<RoleAssignment> Spell(ValueList<RoleAssignment> said, VirtualNetwork network)
    {
        var subnets = Spelling.Index(network.Subnets.Select(subnet => subnet.Name));
        var tables = Spelling.Index(network.RouteTables!.Select(table => table.Name!));
        return
        [
            .. said.Select(assignment => assignment with
            {
                Subnet = Spelling.As(subnets, assignment.Subnet),
                RouteTable = Spelling.As(tables, assignment.RouteTable),
            }),
        ];
    }

    private static ValueList<RoleAssignment> Derive(Origin origin, Cluster cluster, VirtualNetwork network, ValueList<LoadBalancerService> services)
    {
        var needed = cluster.NodePools!.SelectMany(pool => pool.SubnetNames)
            .Concat(services.Select(service => service.Subnet).OfType<string>())
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var subnets = network.Subnets.Where(subnet => needed.Contains(subnet.Name) || subnet.Role == SubnetRole.Ingress).ToList();
        var used = subnets.Select(subnet => subnet.RouteTable).ToHashSet();
        var tables = network.RouteTables!.Select(table => table.Name).Where(used.Contains).Distinct();
        return
        [
            .. subnets.Select(subnet => new RoleAssignment { Subnet = subnet.Name, Origin = origin }),
            .. tables.Select(table => new RoleAssignment { RouteTable = table, Origin = origin }),
        ];
    }
}
