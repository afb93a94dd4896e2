using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Routes;

/// <summary>Routes are told apart by name; one to the frontends is as many, numbered, as there are frontends.</summary>
internal sealed class RouteNameUnique() : TopologyRule("AKSE2309", Error, "The names of routes are unique in their table")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from table in context.Network.RouteTables!
        from pair in Duplicates.OfNames(table.Routes!.SelectMany(route => Named(context, route)), named => named.Name).DistinctBy(pair => (pair.Earlier.Route, pair.Later.Route))
        let earlier = pair.Earlier.Route
        let later = pair.Later.Route
        where earlier.Prefix != later.Prefix && !earlier.IsUnreadable(nameof(Route.Prefix)) && !later.IsUnreadable(nameof(Route.Prefix))
        select At(later.At(nameof(Route.Name)), $"A second route of '{table.Name}' is called '{pair.Later.Name}', and Azure refuses that. Give it another name.");

    private static IEnumerable<(Route Route, string Name)> Named(ValidationContext context, Route route) =>
        FrontendNames.All(route.Name!, route.Prefix.IsFrontends ? context.FrontendPrefixCount : 1).Select(name => (route, name));
}
