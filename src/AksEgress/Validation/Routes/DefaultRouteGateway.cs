using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Routes;

/// <summary>AKS takes a gateway, but behind it is no firewall of this topology.</summary>
internal sealed class DefaultRouteGateway() : TopologyRule("AKSE2319", Warning, "The default route of the cluster's subnets goes to the firewall, not past it to a gateway")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from table in context.SteeringTables
        let route = DefaultRoutes.Of(table)

        // With an address beside it, the type may be the slip: that has a finding of its own.
        where route is { NextHopType: NextHopType.VirtualNetworkGateway, NextHopIpAddress: null } && ReadableRoutes.IsReadable(route)
        select At(route.At(nameof(Route.NextHopType)), $"0.0.0.0/0 of '{table.Name}' goes to a virtual network gateway: nodes and pods leave past the firewall, none of its rules applies, and the API server's authorised ranges do not have the address that they leave from. Leave nextHopType out for the firewall.");
}
