using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;

namespace AksEgress.Import;

/// <summary>Route tables, with links to the firewall as what is derived from it.</summary>
internal sealed class RouteImport(ImportContext context, string? firewallId, FrontendImport frontends)
{
    private readonly Dictionary<string, RouteTable> _tables = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The tables, in the order in which they were asked for.</summary>
    public IEnumerable<RouteTable> Tables => _tables.Values;

    /// <summary>The address that default routes lead to, of all next hops the likeliest to be the firewall's; null where there is none.</summary>
    public Ipv4Address? DefaultNextHop { get; private set; }

    /// <summary>The name of a subnet's table; null, reported, where the source does not have it.</summary>
    public string? Find(string id)
    {
        if (_tables.TryGetValue(id, out var table))
        {
            return table.Name;
        }

        if (context.Resources.Find(id) is not { } resource)
        {
            return null;
        }

        table = Read(resource);
        _tables.Add(id, table);
        return table.Name;
    }

    /// <summary>Reads the tables that no subnet names, too: they are part of what is described.</summary>
    public void ReadOthers()
    {
        foreach (var table in context.Resources.OfType(AzureResources.Known.RouteTables.Type))
        {
            Find(table.Id);
        }
    }

    private RouteTable Read(ArmResource resource)
    {
        var reader = new ArmReader(resource, context);
        var routes = new List<Route>();
        var toFrontends = new List<(Route Route, int Frontend)>();
        var isWhole = true;
        foreach (var route in reader.Objects("routes", nameof(RouteTable.Routes)).Concat(context.Resources.ChildrenOf(resource.Id, AzureResources.Known.Routes.Type).Select(child => new ArmReader(child, context))))
        {
            isWhole &= ReadRoute(route, routes, toFrontends);
        }

        isWhole &= AddFrontends(toFrontends, routes);
        var disablesBgp = reader.Flag("disableBgpRoutePropagation", nameof(RouteTable.DisableBgpRoutePropagation)) ?? false;
        var origin = reader.Finish("routeTable");
        return new()
        {
            Name = resource.OwnName,
            DisableBgpRoutePropagation = disablesBgp,
            Routes = [.. routes],
            Origin = isWhole ? origin : origin.Unreadable(nameof(RouteTable.Routes), $"The route table '{Quotation.Shorten(resource.OwnName)}' has routes that are not known."),
        };
    }

    private bool ReadRoute(ArmReader reader, List<Route> routes, List<(Route Route, int Frontend)> toFrontends)
    {
        var name = reader.OwnName();
        var type = reader.Choice<NextHopType>("nextHopType", nameof(Route.NextHopType));
        var hop = reader.Runtime("nextHopIpAddress", nameof(Route.NextHopIpAddress));
        var prefix = reader.Runtime("addressPrefix", nameof(Route.Prefix));
        var isToFirewall = ImportContext.IsLink(hop, firewallId, "privateIPAddress");
        var address = hop is RuntimeValue.Literal { Text: var text } && Ipv4Address.TryParse(text.AsSpan(), out var literal) ? literal : (Ipv4Address?)null;
        if (hop is RuntimeValue.Link { Claimed: { } claimed } && isToFirewall && Ipv4Address.TryParse(claimed.AsSpan(), out var known))
        {
            context.FirewallAddress ??= known;
        }

        if (prefix is null or RuntimeValue.Unknown || type is null || (hop is not null && !isToFirewall && address is null))
        {
            reader.Unread("addressPrefix", nameof(Route.Prefix), $"{reader.Path} of '{Quotation.Shorten(reader.Resource.OwnName)}' leads where only a deployment can tell.", "Give it what 'az network route-table show -o json' prints of the deployed table.");
            return false;
        }

        var frontend = frontends.NumberOf(prefix, "/32");
        var destination = RouteDestination.Frontends;
        if (frontend is null && !(prefix is RuntimeValue.Literal { Text: var written } && RouteDestination.TryParse(written, out destination, out _) && !destination.IsFrontends))
        {
            reader.Unread("addressPrefix", nameof(Route.Prefix), $"{reader.Path} of '{Quotation.Shorten(reader.Resource.OwnName)}' is for addresses that are not known.", "Give it what 'az network route-table show -o json' prints of the deployed table.");
            return false;
        }

        var route = new Route { Name = name, Prefix = destination, NextHopType = type, NextHopIpAddress = address, Origin = reader.Finish("route") };
        if (destination.Prefix == Cidr.All && address is not null)
        {
            DefaultNextHop ??= address;
        }

        if (frontend is { } number)
        {
            toFrontends.Add((route, number));
        }
        else
        {
            routes.Add(route);
        }

        return true;
    }

    /// <summary>Routes to each of the frontends are one in the model; false where some have none, which it cannot say.</summary>
    private bool AddFrontends(List<(Route Route, int Frontend)> toFrontends, List<Route> routes)
    {
        if (toFrontends.Count == 0)
        {
            return true;
        }

        var first = toFrontends.Find(route => route.Frontend is 0 or 1).Route ?? toFrontends[0].Route;
        routes.Add(first);
        return toFrontends.Exists(route => route.Frontend == 0)
            || (toFrontends.Select(route => route.Frontend).Distinct().Count() == frontends.Frontends!.Count && toFrontends.TrueForAll(route => route.Route.NextHopType == first.NextHopType));
    }
}
