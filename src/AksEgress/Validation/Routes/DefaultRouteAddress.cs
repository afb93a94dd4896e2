using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Routes;

/// <summary>A virtual appliance at the firewall's address.</summary>
internal sealed class DefaultRouteAddress() : TopologyRule("AKSE2305", Error, "The default route of the cluster's subnets goes to the firewall's address")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from table in context.SteeringTables
        let route = DefaultRoutes.Of(table)
        where route is { NextHopType: NextHopType.VirtualAppliance } && route.NextHopIpAddress is not null && context.FirewallAddress is not null
        where route.NextHopIpAddress != context.FirewallAddress && !route.IsUnreadable(nameof(Route.NextHopIpAddress))
        select At(route.At(nameof(Route.NextHopIpAddress)), $"0.0.0.0/0 goes to {route.NextHopIpAddress}, but Azure gives the firewall {context.FirewallAddress}; nodes would not reach anything (OutboundConnFail). Leave nextHopIpAddress out, or write {context.FirewallAddress}.");
}
