using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Routes;

/// <summary>A table has one way for a prefix.</summary>
internal sealed class RoutePrefixUnique() : TopologyRule("AKSE2310", Error, "A route table has one route for a destination")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from table in context.Network.RouteTables!
        from pair in Duplicates.Of(table.Routes!.Where(route => !route.IsUnreadable(nameof(Route.Prefix))), route => route.Prefix.ToString(), StringComparer.OrdinalIgnoreCase)
        select At(pair.Later.At(nameof(Route.Prefix)), $"The table '{table.Name}' has two routes for {pair.Later.Prefix}, '{pair.Earlier.Name}' and '{pair.Later.Name}'; Azure refuses that (RouteConflict). Remove one.");
}
