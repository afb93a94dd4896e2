using AksEgress.Model;

namespace AksEgress.Sizing;

/// <summary>How many routes a table comes to.</summary>
internal static class RouteTableSize
{
    /// <summary>The routes of a table: one for each prefix of the frontends, and one for each node of kubenet, which writes them itself.</summary>
    /// <param name="table">The table.</param>
    /// <param name="frontendPrefixes">The prefixes that the frontends' addresses are.</param>
    /// <param name="kubenetNodes">The nodes that the table steers with kubenet; else 0.</param>
    public static int Of(RouteTable table, int frontendPrefixes, int kubenetNodes) =>
        table.Routes!.Sum(route => route.Prefix.IsFrontends && !route.IsUnreadable(nameof(Route.Prefix)) ? frontendPrefixes : 1) + kubenetNodes;
}
