using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Routes;

/// <summary>AKS takes two kinds of next hop.</summary>
internal sealed class DefaultRouteNextHop() : TopologyRule("AKSE2304", Error, "The default route of the cluster's subnets goes to a virtual appliance or a virtual network gateway")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from table in context.SteeringTables
        let route = DefaultRoutes.Of(table)
        where route is not null && route.NextHopType is not (NextHopType.VirtualAppliance or NextHopType.VirtualNetworkGateway) && !route.IsUnreadable(nameof(Route.NextHopType))
        select At(route.At(nameof(Route.NextHopType)), $"0.0.0.0/0 goes to {DocumentWord.Of(route.NextHopType!.Value)}; AKS takes virtualAppliance or virtualNetworkGateway only (RouteTableInvalidNextHop). Leave nextHopType out for the firewall.");
}
