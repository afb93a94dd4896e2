using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Routes;

/// <summary>A route for the network itself takes nodes from each other, unless their own subnet is let out of it.</summary>
internal sealed class OwnSubnetRoute() : TopologyRule("AKSE2321", Warning, "Traffic inside of a subnet with nodes or pods stays there")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var bySubnet = context.CarryingSubnets.Where(subnet => !subnet.IsUnreadable(nameof(Subnet.Prefix))).ToLookup(subnet => subnet.RouteTable, StringComparer.OrdinalIgnoreCase);
        return
            from table in context.SteeringTables
            where table.Routes!.All(ReadableRoutes.IsReadable)
            let routes = ByPrefix(table)
            from subnet in bySubnet[table.Name]
            let route = Longest(routes, subnet.Prefix)

            // A shorter prefix than the address space loses against Azure's own route for that.
            where route is not null && route.NextHopType != NextHopType.VnetLocal && context.AddressSpace.Contains(route.Prefix.Prefix!.Value)
            select At(route.At(nameof(Route.Prefix)), $"The table '{table.Name}' sends {route.Prefix} to {DocumentWord.Of(route.NextHopType!.Value)}, and with it what nodes and pods of '{subnet.Name}' ({subnet.Prefix}) send each other. Add a route for {subnet.Prefix} with the next hop type vnetLocal.");
    }

    private static Dictionary<Cidr, Route> ByPrefix(RouteTable table)
    {
        var routes = new Dictionary<Cidr, Route>();
        foreach (var route in table.Routes!)
        {
            if (route.Prefix.Prefix is { } prefix)
            {
                routes.TryAdd(prefix, route);
            }
        }

        return routes;
    }

    private static Route? Longest(Dictionary<Cidr, Route> routes, Cidr subnet)
    {
        for (var length = subnet.Length; length > 0; length--)
        {
            if (routes.GetValueOrDefault(new(new(subnet.First.Value & (uint.MaxValue << (32 - length))), length)) is { } route)
            {
                return route;
            }
        }

        return null;
    }
}
