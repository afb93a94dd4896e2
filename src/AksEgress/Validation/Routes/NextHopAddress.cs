using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Routes;

/// <summary>Only appliances have an address.</summary>
internal sealed class NextHopAddress() : TopologyRule("AKSE2306", Error, "A next hop address stands only with the next hop type virtualAppliance")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from table in context.Network.RouteTables!
        from route in table.Routes!
        where route.NextHopIpAddress is not null && route.NextHopType != NextHopType.VirtualAppliance && ReadableRoutes.IsReadable(route)
        select At(route.At(nameof(Route.NextHopIpAddress)), $"Route '{route.Name}' goes to {DocumentWord.Of(route.NextHopType!.Value)} and has the next hop address {route.NextHopIpAddress}; Azure takes one with virtualAppliance only. Remove it.");
}
