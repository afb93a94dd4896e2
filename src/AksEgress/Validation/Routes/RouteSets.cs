using System.Runtime.InteropServices;
using AksEgress.Model;

namespace AksEgress.Validation.Routes;

/// <summary>Tells tables with other routes apart. The routes of each are gone through once, however many pairs are asked for.</summary>
internal sealed class RouteSets
{
    private readonly Dictionary<HashSet<(RouteDestination, NextHopType?, Ipv4Address?)>, int> _numbers =
        new(HashSet<(RouteDestination, NextHopType?, Ipv4Address?)>.CreateSetComparer());

    private readonly Dictionary<RouteTable, int?> _byTable = new(ReferenceEqualityComparer.Instance);

    /// <summary>True when the tables are known to have other routes, in whatever order.</summary>
    public bool Differ(RouteTable table, RouteTable other) =>
        !ReferenceEquals(table, other) && NumberOf(table) is { } number && NumberOf(other) is { } otherNumber && number != otherNumber;

    /// <summary>The same for tables with the same routes; null where a route could not be read.</summary>
    private int? NumberOf(RouteTable table)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_byTable, table, out var isKnown);
        if (!isKnown && !table.IsUnreadable(nameof(RouteTable.Routes)) && table.Routes!.All(ReadableRoutes.IsReadable))
        {
            HashSet<(RouteDestination, NextHopType?, Ipv4Address?)> routes = [.. table.Routes!.Select(route => (route.Prefix, route.NextHopType, route.NextHopIpAddress))];
            _numbers.TryAdd(routes, _numbers.Count);
            number = _numbers[routes];
        }

        return number;
    }
}
