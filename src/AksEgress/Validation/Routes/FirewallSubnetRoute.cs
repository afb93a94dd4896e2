using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Routes;

/// <summary>The firewall itself goes straight out.</summary>
internal sealed class FirewallSubnetRoute() : TopologyRule("AKSE2307", Error, "A route table on the firewall's own subnets sends 0.0.0.0/0 to the Internet")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from subnets in Steered(context).GroupBy<Subnet, RouteTable?>(subnet => context.RouteTables.Find(subnet.RouteTable), ReferenceEqualityComparer.Instance)
        let table = subnets.Key
        where table is not null && !table.IsUnreadable(nameof(RouteTable.Routes)) && !table.Routes!.Any(route => route.IsUnreadable(nameof(Route.Prefix)) || route.IsUnreadable(nameof(Route.NextHopType)))
        where DefaultRoutes.Of(table)?.NextHopType != NextHopType.Internet
        from subnet in subnets
        select At(subnet.At(nameof(Subnet.RouteTable)), $"'{subnet.Name}' has the route table '{table.Name}', which does not send 0.0.0.0/0 to the Internet; Azure refuses that (AzureFirewallSubnetRouteTableMustHaveDefaultRouteToInternet). Leave routeTable out.");

    private static IEnumerable<Subnet> Steered(ValidationContext context) => context.Network.Subnets.Where(subnet =>
        subnet.RouteTable != Subnet.NoRouteTable && subnet.Role is SubnetRole.Firewall or SubnetRole.FirewallManagement && !subnet.IsUnreadable(nameof(Subnet.Role)));
}
