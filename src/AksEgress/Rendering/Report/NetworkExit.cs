using AksEgress.Model;

namespace AksEgress.Rendering.Report;

/// <summary>Where a subnet's packets to public addresses go first.</summary>
internal enum NetworkExit
{
    /// <summary>To the firewall.</summary>
    Firewall,

    /// <summary>Straight out, past the firewall.</summary>
    Direct,

    /// <summary>To a gateway or to another appliance.</summary>
    Elsewhere,

    /// <summary>Nowhere.</summary>
    Dropped,
}

/// <summary>Reads a subnet's route table for the picture.</summary>
internal static class SubnetRoutes
{
    /// <summary>The subnet's route table, or null.</summary>
    public static RouteTable? TableOf(EgressTopology topology, Subnet subnet) =>
        subnet.RouteTable == Subnet.NoRouteTable ? null : topology.Network.RouteTables!.FirstOrDefault(table => string.Equals(table.Name, subnet.RouteTable, StringComparison.OrdinalIgnoreCase));

    /// <summary>Where the default route of a subnet leads; without one, Azure's own leads straight out.</summary>
    public static NetworkExit ExitOf(EgressTopology topology, Subnet subnet)
    {
        var route = TableOf(topology, subnet)?.Routes!.FirstOrDefault(route => route.Prefix.Prefix == Cidr.All);
        return route?.NextHopType switch
        {
            null or NextHopType.Internet => NetworkExit.Direct,
            NextHopType.VirtualAppliance when route.NextHopIpAddress == topology.Firewall!.PrivateIpAddress => NetworkExit.Firewall,
            NextHopType.None => NetworkExit.Dropped,
            _ => NetworkExit.Elsewhere,
        };
    }

    /// <summary>A route in short: <c>0.0.0.0/0 → 10.42.2.4</c>.</summary>
    public static string TextOf(Route route) => $"{route.Prefix} → {route.NextHopIpAddress?.ToString() ?? DocumentWord.Of(route.NextHopType!.Value)}";
}
