using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Routes;

/// <summary>The longest prefix wins, so a route beside 0.0.0.0/0 can lead past the firewall.</summary>
internal sealed class RouteBypass() : TopologyRule("AKSE2313", Warning, "No route of the cluster's subnets leads to the Internet past the firewall")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from table in context.SteeringTables
        from route in ReadableRoutes.Of(table)
        where !route.Prefix.IsFrontends && route.Prefix.Prefix != Cidr.All && Leaves(context, route)
        let hop = route.NextHopType == NextHopType.VirtualAppliance ? $"{route.NextHopIpAddress}, which is not the firewall" : DocumentWord.Of(route.NextHopType!.Value)
        select At(route.At(nameof(Route.Prefix)), $"The table '{table.Name}' sends {route.Prefix} to {hop}, and nodes and pods reach it past the firewall: no rule applies and no log has it. Remove the route{(route is { NextHopType: NextHopType.Internet, Prefix.Prefix.Length: 32 } ? "; for the firewall's own addresses write the prefix 'frontends'" : "")}.");

    /// <summary>To a gateway or another appliance, private ranges are on-premises networks and mean no Internet. Windows activation is sent out directly by Microsoft's own advice.</summary>
    private static bool Leaves(ValidationContext context, Route route) => route.NextHopType switch
    {
        NextHopType.Internet => route.Prefix.Prefix is not { } prefix || !KnownRanges.WindowsActivation.Contains(prefix),
        NextHopType.VirtualNetworkGateway => IsPublic(route),

        // An address in the firewall's subnet leads nowhere, which is a mistake of its own.
        NextHopType.VirtualAppliance => route.NextHopIpAddress is { } hop && context.FirewallAddress is { } firewall && hop != firewall
            && !context.FirewallSubnet!.Prefix.Contains(hop) && IsPublic(route) && !(route.Prefix.Prefix is { } prefix && context.AddressSpace.Contains(prefix)),
        _ => false,
    };

    private static bool IsPublic(Route route) => route.Prefix.Prefix is not { } prefix || !KnownRanges.Private.Contains(prefix);
}
