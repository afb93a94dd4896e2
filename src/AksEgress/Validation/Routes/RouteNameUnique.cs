using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Routes;

/// <summary>Routes are told apart by name; one to the frontends is as many, numbered, as there are frontends.</summary>
internal sealed class RouteNameUnique() : TopologyRule("AKSE2309", Error, "The names of routes are unique in their table")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from table in context.Network.RouteTables!
        from pair in Duplicates.OfNames(table.Routes!, route => route.Name!).Select(pair => (pair.Earlier, pair.Later, pair.Later.Name)).Concat(Numbered(table, context.FrontendPrefixCount))
        where pair.Earlier.Prefix != pair.Later.Prefix && !pair.Earlier.IsUnreadable(nameof(Route.Prefix)) && !pair.Later.IsUnreadable(nameof(Route.Prefix))
        select At(pair.Later.At(nameof(Route.Name)), $"A second route of '{table.Name}' is called '{pair.Name}', and Azure refuses that. Give it another name.");

    /// <summary>Routes that are called as a route to the frontends is for a frontend but the first.</summary>
    private static IEnumerable<(Route Earlier, Route Later, string? Name)> Numbered(RouteTable table, int frontends)
    {
        var ofFrontends = new Dictionary<string, (int Index, Route Route)>(StringComparer.OrdinalIgnoreCase);
        foreach (var (index, route) in frontends > 1 ? table.Routes!.Index() : [])
        {
            if (route.Prefix.IsFrontends)
            {
                ofFrontends.TryAdd(route.Name!, (index, route));
            }
        }

        foreach (var (index, route) in ofFrontends.Count > 0 ? table.Routes!.Index() : [])
        {
            if (FrontendNames.Split(route.Name!, frontends) is { } numbered && ofFrontends.TryGetValue(numbered.Name, out var other))
            {
                yield return index < other.Index ? (route, other.Route, route.Name) : (other.Route, route, route.Name);
            }
        }
    }
}
