using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Routes;

/// <summary>The firewall's own table is there before the firewall, so it cannot have routes that need the firewall.</summary>
internal sealed class FirewallTableRoute() : TopologyRule("AKSE2390", Error, "A route table on the firewall's own subnets has no routes to the firewall")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var subnets = context.Network.Subnets.Where(subnet => subnet.Role is SubnetRole.Firewall or SubnetRole.FirewallManagement && subnet.RouteTable is not null)
            .ToLookup(subnet => subnet.RouteTable!, StringComparer.OrdinalIgnoreCase);

        // A table that Azure does not take there at all has a finding of its own.
        foreach (var table in context.Network.RouteTables!.Where(table => subnets.Contains(table.Name!) && DefaultRoutes.Of(table)?.NextHopType == NextHopType.Internet))
        {
            var subnet = subnets[table.Name!].First().Name;
            foreach (var route in table.Routes!)
            {
                if (route.Prefix.IsFrontends && !route.IsUnreadable(nameof(Route.Prefix)))
                {
                    yield return At(route.At(nameof(Route.Prefix)), $"Route '{route.Name}' leads to the firewall's frontends, which come with the firewall, and its table '{table.Name}' is on '{subnet}' and must be there before the firewall: there is no order to deploy them in. Leave routeTable out of '{subnet}', or put the route into the table of the nodes.");
                }
                else if (route.NextHopIpAddress is { } hop && hop == context.FirewallAddress && route.Prefix.Prefix != Cidr.All && ReadableRoutes.IsReadable(route))
                {
                    yield return At(route.Origin.Span, $"Route '{route.Name}' sends {route.Prefix} to {hop}, the firewall itself, and its table '{table.Name}' is on '{subnet}' and must be there before the firewall: there is no order to deploy them in. Leave routeTable out of '{subnet}', or put the route into the table of the nodes.");
                }
            }
        }
    }
}
