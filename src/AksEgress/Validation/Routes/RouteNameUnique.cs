using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Routes;

/// <summary>Routes are told apart by name.</summary>
internal sealed class RouteNameUnique() : TopologyRule("AKSE2309", Error, "The names of routes are unique in their table")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from table in context.Network.RouteTables!
        from pair in Duplicates.OfNames(table.Routes!, route => route.Name!)
        where pair.Earlier.Prefix != pair.Later.Prefix && !pair.Earlier.IsUnreadable(nameof(Route.Prefix)) && !pair.Later.IsUnreadable(nameof(Route.Prefix))
        select At(pair.Later.At(nameof(Route.Name)), $"A second route of '{table.Name}' is called '{pair.Later.Name}', and Azure refuses that. Give it another name.");
}
