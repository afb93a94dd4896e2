using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Routes;

/// <summary>The longest prefix wins, so two halves of everything take all that 0.0.0.0/0 is for. Smaller parts may be dropped on purpose.</summary>
internal sealed class RouteDropsInternet() : TopologyRule("AKSE2322", Warning, "Routes beside the default route do not drop half of all addresses")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        foreach (var table in context.SteeringTables)
        {
            var dropping = ReadableRoutes.Of(table).Where(route => route.NextHopType == NextHopType.None && route.Prefix.Prefix is { } prefix && prefix != Cidr.All).ToList();
            var dropped = new PrefixSet(dropping.Select(route => route.Prefix.Prefix!.Value));
            if (dropped.Count >= Cidr.All.Count / 2)
            {
                var widest = dropping.MinBy(route => route.Prefix.Prefix!.Value.Length)!;
                yield return At(
                    widest.At(nameof(Route.Prefix)),
                    $"The table '{table.Name}' drops {widest.Prefix} (next hop none){(dropping.Count > 1 ? " and more" : "")}, {(dropped.IsEverything ? "every address" : "half of all addresses or more")}: longer prefixes win over 0.0.0.0/0, so none of it reaches the firewall, and nodes fail to reach what they need (OutboundConnFail). Remove the route; what no rule allows is denied by the firewall.");
            }
        }
    }
}
