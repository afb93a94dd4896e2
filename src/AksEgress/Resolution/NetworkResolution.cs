using System.Globalization;
using AksEgress.Model;

namespace AksEgress.Resolution;

/// <summary>DNS servers, route tables, routes, and which subnet takes which table.</summary>
internal static class NetworkResolution
{
    public static VirtualNetwork Resolve(EgressTopology topology, SubnetPlan subnets, Firewall firewall, Cluster cluster, ValueList<LoadBalancerService> services)
    {
        var said = topology.Network;
        var hasPublicService = services.Any(service => service.LoadBalancer == LoadBalancerKind.Public);
        var tables = said.RouteTables ?? (cluster.OutboundType == OutboundType.UserDefinedRouting ? [new() { Origin = said.Origin.Derived }] : []);
        tables = [.. tables.Select((table, index) => Resolve(topology.Stem, firewall, table, index, hasPublicService))];
        var names = Spelling.Index(tables.Select(table => table.Name!).Append(Subnet.NoRouteTable));
        var first = tables.Count > 0 ? tables[0].Name : Subnet.NoRouteTable;
        return said with
        {
            Name = said.Name ?? $"{topology.Stem}-vnet",
            DnsServers = said.DnsServers ?? (firewall is { Dns.Proxy: true, PrivateIpAddress: { } address } ? [address] : []),
            Subnets =
            [
                .. subnets.All.Select(subnet => subnet with
                {
                    RouteTable = Spelling.As(names, subnet.RouteTable) ?? (IsSteered(subnet, subnets) ? first : Subnet.NoRouteTable),
                    ServiceEndpoints = subnet.ServiceEndpoints ?? [],
                }),
            ],
            RouteTables = tables,
        };
    }

    private static bool IsSteered(Subnet subnet, SubnetPlan subnets) =>
        subnet.Role is SubnetRole.Cluster or SubnetRole.Ingress
        || (subnet.Role is not (SubnetRole.Firewall or SubnetRole.FirewallManagement) && subnets.Carries(subnet));

    private static RouteTable Resolve(string name, Firewall firewall, RouteTable table, int index, bool hasPublicService) => table with
    {
        Name = table.Name ?? (index == 0 ? $"{name}-fwrt" : string.Create(CultureInfo.InvariantCulture, $"{name}-fwrt-{index + 1}")),
        DisableBgpRoutePropagation = table.DisableBgpRoutePropagation ?? true,
        Routes = [.. (table.Routes ?? DefaultRoutes(table.Origin.Derived, hasPublicService)).Select(route => Resolve(name, firewall, route))],
    };

    private static ValueList<Route> DefaultRoutes(Origin origin, bool hasPublicService)
    {
        var toFirewall = new Route { Prefix = Cidr.All, Origin = origin };
        return hasPublicService ? [toFirewall, new Route { Prefix = RouteDestination.Frontends, Origin = origin }] : [toFirewall];
    }

    private static Route Resolve(string name, Firewall firewall, Route route)
    {
        var nextHop = route.NextHopType ?? (route.Prefix.IsFrontends ? NextHopType.Internet : NextHopType.VirtualAppliance);
        return route with
        {
            Name = route.Name ?? DefaultName(name, route.Prefix),
            Prefix = route.Prefix.ServiceTag is { } tag ? Spelling.Known(tag) : route.Prefix,
            NextHopType = nextHop,
            NextHopIpAddress = route.NextHopIpAddress ?? (nextHop == NextHopType.VirtualAppliance ? firewall.PrivateIpAddress : null),
        };
    }

    private static string DefaultName(string name, RouteDestination destination) =>
        destination.IsFrontends ? $"{name}-fwinternet"
        : destination.Prefix == Cidr.All ? $"{name}-fwrn"
        : $"{name}-{destination.ToString().Replace('/', '-')}";
}
