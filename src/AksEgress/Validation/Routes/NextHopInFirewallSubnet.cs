using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Routes;

/// <summary>One address of the firewall's subnet takes packets.</summary>
internal sealed class NextHopInFirewallSubnet() : TopologyRule("AKSE2318", Warning, "A next hop in the firewall's subnet is the firewall's address")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from table in context.FirewallAddress is null ? [] : context.Network.RouteTables!
        let steered = context.Steers(table) ? DefaultRoutes.Of(table) : null
        from route in ReadableRoutes.Of(table)
        where !ReferenceEquals(route, steered)
        where route is { NextHopType: NextHopType.VirtualAppliance, NextHopIpAddress: { } hop } && hop != context.FirewallAddress && context.FirewallSubnet!.Prefix.Contains(hop)
        select At(route.At(nameof(Route.NextHopIpAddress)), $"Route '{route.Name}' goes to {route.NextHopIpAddress} in the firewall's subnet, but Azure gives the firewall {context.FirewallAddress}; packets for {route.Prefix} would be lost. Leave nextHopIpAddress out, or write {context.FirewallAddress}.");
}
