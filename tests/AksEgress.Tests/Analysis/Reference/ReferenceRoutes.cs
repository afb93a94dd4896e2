using AksEgress.Knowledge;
using AksEgress.Model;

namespace AksEgress.Tests.Analysis.Reference;

/// <summary>Where a route leads.</summary>
internal enum Way
{
    Firewall,
    Local,
    Dropped,
    PastTheFirewall,
}

/// <summary>The way that a flow takes out of its subnet.</summary>
internal sealed class ReferenceRoutes(EgressTopology topology, IReadOnlyDictionary<string, Cidr[]> tagFile, ReferenceAddresses addresses)
{
    private static readonly Cidr[] _local = [Cidr.Of(Platform), Cidr.Parse("169.254.0.0/16"), Cidr.Parse("127.0.0.0/8")];

    private static readonly Cidr[] _private = [.. Limits.Known.PrivateRanges.Cidrs.Select(Cidr.Parse)];

    /// <summary>The address of Azure's own services for a machine.</summary>
    public static Ipv4Address Platform => Ipv4Address.Parse("168.63.129.16");

    public Way Of(Subnet subnet, World world)
    {
        var destination = world.Destination!.Value;
        if (IsUnsteered(destination) || (IsOfCluster(subnet) && IsInsideCluster(destination)))
        {
            return Way.Local;
        }

        var routes = TableOf(subnet);
        if (addresses.IsPublic(destination) && !routes.Any(route => route.Prefix.Prefix == Cidr.Of(destination)))
        {
            // Whether a tag's or an endpoint's prefix is the longest nobody publishes: what leads past the firewall is asked first.
            bool Takes(Route route) => route.Prefix.ServiceTag is { } tag && !tagFile.ContainsKey(tag.ToString()) && world.Holds(UnknownKind.TagRoute, tag.ToString());
            if (routes.FirstOrDefault(route => WayOf(route) != Way.Firewall && Takes(route)) is { } past)
            {
                return WayOf(past);
            }

            if (subnet.ServiceEndpoints!.Any(endpoint => world.Holds(UnknownKind.EndpointRoute, endpoint.ToString())))
            {
                return Way.PastTheFirewall;
            }

            if (routes.Any(route => WayOf(route) == Way.Firewall && Takes(route)))
            {
                return Way.Firewall;
            }
        }

        return Candidates(routes).Where(candidate => candidate.Prefix.Contains(destination)).OrderByDescending(candidate => candidate.Prefix.Length).ThenBy(candidate => candidate.Rank).First().Way;
    }

    private bool IsOfCluster(Subnet subnet) =>
        topology.Cluster!.NodePools!.Any(pool => subnet.Name.Equals(pool.Subnet, StringComparison.OrdinalIgnoreCase) || subnet.Name.Equals(pool.PodSubnet, StringComparison.OrdinalIgnoreCase));

    private bool IsInsideCluster(Ipv4Address address) =>
        topology.Cluster!.Network is { } network
        && (network.ServiceCidr?.Contains(address) == true || ((network.Plugin == NetworkPlugin.Kubenet || network.PluginMode == NetworkPluginMode.Overlay) && network.PodCidr!.Value.Contains(address)));

    /// <summary>The way of a flow to the firewall's frontends, which have the address; a flow past the firewall comes back to them from outside.</summary>
    public Way OfFrontends(Subnet subnet, World world) => TableOf(subnet).FirstOrDefault(route => route.Prefix.IsFrontends) is { } route ? WayOf(route) : Of(subnet, world);

    /// <summary>The way of the answers from a subnet to an address, where no world makes a difference.</summary>
    public Way Back(Subnet subnet, Ipv4Address to) => Candidates(TableOf(subnet)).Where(candidate => candidate.Prefix.Contains(to)).OrderByDescending(candidate => candidate.Prefix.Length).ThenBy(candidate => candidate.Rank).First().Way;

    /// <summary>True where public addresses go to the firewall, and those of the frontends not past it.</summary>
    public bool LosesAnswersOfFrontends(Subnet subnet) =>
        addresses.Public.Any(address => Back(subnet, address) == Way.Firewall) && !TableOf(subnet).Any(route => route.Prefix.IsFrontends && WayOf(route) == Way.PastTheFirewall);

    /// <summary>True for what no route steers.</summary>
    public static bool IsUnsteered(Ipv4Address address) => _local.Any(range => range.Contains(address));

    private IEnumerable<(Cidr Prefix, int Rank, Way Way)> Candidates(ValueList<Route> routes)
    {
        foreach (var route in routes)
        {
            if (route.Prefix.Prefix is { } prefix)
            {
                yield return (prefix, 0, WayOf(route));
            }
            else if (route.Prefix.ServiceTag is { } tag && tagFile.TryGetValue(tag.ToString(), out var prefixes))
            {
                var rank = (tag.Service == "AzureCloud", tag.Region is not null) switch { (false, true) => 1, (false, false) => 2, (true, true) => 3, _ => 4 };
                foreach (var tagged in prefixes)
                {
                    yield return (tagged, rank, WayOf(route));
                }
            }
        }

        foreach (var space in topology.Network.AddressSpace)
        {
            yield return (space, 5, Way.Local);
        }

        if (!routes.Any(route => route.Prefix.Prefix == Cidr.All))
        {
            foreach (var prefix in _private)
            {
                yield return (prefix, 6, Way.Dropped);
            }
        }

        yield return (Cidr.All, 6, Way.PastTheFirewall);
    }

    private ValueList<Route> TableOf(Subnet subnet) =>
        topology.Network.RouteTables!.FirstOrDefault(table => string.Equals(table.Name, subnet.RouteTable, StringComparison.OrdinalIgnoreCase))?.Routes ?? [];

    private Way WayOf(Route route) => route.NextHopType switch
    {
        NextHopType.VirtualAppliance when route.NextHopIpAddress == topology.Firewall!.PrivateIpAddress => Way.Firewall,
        NextHopType.VnetLocal => Way.Local,
        NextHopType.None => Way.Dropped,
        _ => Way.PastTheFirewall,
    };
}
