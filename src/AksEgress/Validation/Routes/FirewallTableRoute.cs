using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Routes;

/// <summary>What the firewall sends out does not come back to it.</summary>
internal sealed class FirewallTableRoute() : TopologyRule("AKSE2390", Error, "A route table on the firewall's own subnets has no routes to the firewall")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var names = context.Network.Subnets.Where(subnet => subnet.Role is SubnetRole.Firewall or SubnetRole.FirewallManagement)
            .Select(subnet => subnet.RouteTable).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var table in context.Network.RouteTables!.Where(table => names.Contains(table.Name!)))
        {
            foreach (var route in table.Routes!)
            {
                if (route.Prefix.IsFrontends && !route.IsUnreadable(nameof(Route.Prefix)))
                {
                    yield return At(route.At(nameof(Route.Prefix)), $"Route '{route.Name}' leads to the firewall's frontends, but its table '{table.Name}' is on the firewall's own subnet. Put it into the table of the nodes.");
                }
                else if (route.NextHopIpAddress is { } hop && hop == context.FirewallAddress && route.Prefix.Prefix != Cidr.All)
                {
                    yield return At(route.Origin.Span, $"Route '{route.Name}' sends {route.Prefix} to {hop}, the firewall itself, from the firewall's own subnet: the packets would go round in circles. Put it into the table of the nodes.");
                }
            }
        }
    }
}
