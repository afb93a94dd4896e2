using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Routes;

/// <summary>What has no route table goes out past the firewall, or not at all.</summary>
internal sealed class RouteTableMissing() : TopologyRule("AKSE2302", Error, "A subnet with nodes or pods has a route table when the cluster's outbound type is userDefinedRouting")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from subnet in context.SteersByRoutes && context.RouteTables.IsComplete && context.RouteTables.Find(Subnet.NoRouteTable) is null ? context.CarryingSubnets : []
        where subnet.RouteTable == Subnet.NoRouteTable && !subnet.IsUnreadable(nameof(Subnet.RouteTable))
        select At(subnet.At(nameof(Subnet.RouteTable)), $"'{subnet.Name}' carries nodes or pods and has no route table; AKS refuses a cluster with outbound type userDefinedRouting there, and traffic would pass by the firewall. {(context.Network.RouteTables!.Count == 0 ? "Leave 'routeTables' out for one with the default route." : "Leave 'routeTable' out for the first table.")}");
}
