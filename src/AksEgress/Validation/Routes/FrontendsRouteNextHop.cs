using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Routes;

/// <summary>Replies must not go back into the firewall's private side.</summary>
internal sealed class FrontendsRouteNextHop() : TopologyRule("AKSE2320", Warning, "A route for the frontends goes to the Internet")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from table in context.Network.RouteTables!
        from route in ReadableRoutes.Of(table)
        where route.Prefix.IsFrontends && route.NextHopType != NextHopType.Internet
        select At(route.At(nameof(Route.NextHopType)), $"Route '{route.Name}' sends the firewall's frontends to {DocumentWord.Of(route.NextHopType!.Value)}; it is there so that replies of public load balancers go straight to them, and they would be dropped as before. Leave nextHopType out.");
}
