using AksEgress.Model;

namespace AksEgress.Validation.Routes;

/// <summary>Routes whose destination and next hop could be read.</summary>
internal static class ReadableRoutes
{
    /// <summary>Those of a table.</summary>
    public static IEnumerable<Route> Of(RouteTable table) => table.Routes!.Where(IsReadable);

    /// <summary>True when all of the route could be read.</summary>
    public static bool IsReadable(Route route) =>
        !route.IsUnreadable(nameof(Route.Prefix)) && !route.IsUnreadable(nameof(Route.NextHopType)) && !route.IsUnreadable(nameof(Route.NextHopIpAddress));
}
