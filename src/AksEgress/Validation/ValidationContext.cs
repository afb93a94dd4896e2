using AksEgress.Knowledge;
using AksEgress.Model;

namespace AksEgress.Validation;

/// <summary>A topology with the indexes that several rules need; built once.</summary>
internal sealed class ValidationContext
{
    private readonly HashSet<RouteTable> _steering;

    public ValidationContext(EgressTopology resolved)
    {
        Said = resolved.Said;
        Topology = resolved;
        Subnets = new(Network.Subnets, subnet => subnet.Name, !resolved.IsUnreadable(nameof(EgressTopology.Network))
            && !Network.IsUnreadable(nameof(VirtualNetwork.Subnets)) && !Network.Subnets.Any(subnet => subnet.IsUnreadable(nameof(Subnet.Name))));
        RouteTables = new(Network.RouteTables!, table => table.Name!, Subnets.IsComplete
            && !Network.IsUnreadable(nameof(VirtualNetwork.RouteTables)) && !Network.RouteTables!.Any(table => table.IsUnreadable(nameof(RouteTable.Name))));
        KnowsRoles = Subnets.IsComplete && !Network.Subnets.Any(subnet => subnet.IsUnreadable(nameof(Subnet.Role)));
        KnowsPools = !resolved.IsUnreadable(nameof(EgressTopology.Cluster)) && !Cluster.IsUnreadable(nameof(Cluster.NodePools));
        KnowsFrontends = KnowsFirewall(nameof(Firewall.Frontends))
            && !Firewall.Frontends!.IsUnreadable(nameof(Frontends.Count)) && !Firewall.Frontends.IsUnreadable(nameof(Frontends.PrefixLength));
        FrontendCount = KnowsFrontends && Firewall.Frontends!.Count is >= 1 and var count && count <= Limits.Known.MaxFrontends.Value ? count : 1;
        FrontendPrefixCount = KnowsFrontends && Firewall.Frontends!.PrefixLength is null ? FrontendCount : 1;
        KnowsRules = !resolved.IsUnreadable(nameof(EgressTopology.Allow)) && !resolved.IsUnreadable(nameof(EgressTopology.Rules))
            && KnowsFirewall(nameof(Firewall.Policy)) && !Firewall.Policy!.IsUnreadable(nameof(FirewallPolicy.RuleCollectionGroups));
        KnowsProxy = KnowsFirewall(nameof(Firewall.Dns)) && KnowsFirewall(nameof(Firewall.Tier)) && !Firewall.Dns!.IsUnreadable(nameof(FirewallDns.Proxy));
        ReadableSubnets = [.. Network.Subnets.Where(subnet => !subnet.IsUnreadable(nameof(Subnet.Prefix)))];
        FirewallSubnet = KnowsRoles ? ReadableSubnets.FirstOrDefault(subnet => subnet.Role == SubnetRole.Firewall) : null;
        FirewallAddress = KnowsFirewall(nameof(Firewall.PrivateIpAddress)) && FirewallSubnet is not null ? Firewall.PrivateIpAddress : null;
        var carrying = Pools.SelectMany(pool => pool.SubnetNames).Select(Subnets.Find).OfType<Subnet>().ToHashSet(ReferenceEqualityComparer.Instance);
        CarryingSubnets = [.. Network.Subnets.Where(subnet => carrying.Contains(subnet) && subnet.Role is not (SubnetRole.Firewall or SubnetRole.FirewallManagement))];
        SteersByRoutes = Cluster.OutboundType == OutboundType.UserDefinedRouting && KnowsPools && !Cluster.IsUnreadable(nameof(Cluster.OutboundType));
        SteeringTables = !SteersByRoutes ? []
            : [.. CarryingSubnets.Select(subnet => RouteTables.Find(subnet.RouteTable)).OfType<RouteTable>().Distinct<RouteTable>(ReferenceEqualityComparer.Instance)];
        _steering = SteeringTables.ToHashSet<RouteTable>(ReferenceEqualityComparer.Instance);
        AddressSpace = new(Network.AddressSpace);
        Policy = new(Firewall.Policy!);
    }

    /// <summary>The topology as it was written.</summary>
    public EgressTopology Said { get; }

    /// <summary>The resolved topology.</summary>
    public EgressTopology Topology { get; }

    /// <summary>Its network.</summary>
    public VirtualNetwork Network => Topology.Network;

    /// <summary>Its firewall.</summary>
    public Firewall Firewall => Topology.Firewall!;

    /// <summary>Its cluster.</summary>
    public Cluster Cluster => Topology.Cluster!;

    /// <summary>The cluster's node pools.</summary>
    public ValueList<NodePool> Pools => Cluster.NodePools!;

    /// <summary>The collections and rules of the firewall's policy.</summary>
    public PolicyIndex Policy { get; }

    /// <summary>Subnets by name.</summary>
    public NameIndex<Subnet> Subnets { get; }

    /// <summary>The subnets whose prefix could be read.</summary>
    public IReadOnlyList<Subnet> ReadableSubnets { get; }

    /// <summary>Route tables by name.</summary>
    public NameIndex<RouteTable> RouteTables { get; }

    /// <summary>The subnets that carry nodes or pods.</summary>
    public IReadOnlyList<Subnet> CarryingSubnets { get; }

    /// <summary>The route tables that steer nodes or pods, each once; none where the cluster does not leave by them.</summary>
    public IReadOnlyList<RouteTable> SteeringTables { get; }

    /// <summary>The network's address spaces.</summary>
    public PrefixSet AddressSpace { get; }

    /// <summary>The firewall's subnet, if there is one with a prefix.</summary>
    public Subnet? FirewallSubnet { get; }

    /// <summary>The firewall's private address, if it is known.</summary>
    public Ipv4Address? FirewallAddress { get; }

    /// <summary>True when what every subnet is for could be read.</summary>
    public bool KnowsRoles { get; }

    /// <summary>True when every node pool could be read.</summary>
    public bool KnowsPools { get; }

    /// <summary>True when the number of frontends could be read.</summary>
    public bool KnowsFrontends { get; }

    /// <summary>The number of frontends; 1 where it could not be read, or is none that Azure takes.</summary>
    public int FrontendCount { get; }

    /// <summary>The number of prefixes that the frontends' addresses are, in routes and authorised ranges: one each, or one for all where they come from one public prefix.</summary>
    public int FrontendPrefixCount { get; }

    /// <summary>True when the places that rules are said at could be read: only then is a rule missing that is not there.</summary>
    public bool KnowsRules { get; }

    /// <summary>True when it could be read whether the DNS proxy is on.</summary>
    public bool KnowsProxy { get; }

    /// <summary>True when the cluster's traffic leaves by the route tables of its subnets.</summary>
    public bool SteersByRoutes { get; }

    /// <summary>True when the table is one of <see cref="SteeringTables"/>.</summary>
    public bool Steers(RouteTable table) => _steering.Contains(table);

    /// <summary>True when a member of the firewall could be read, or was not said.</summary>
    public bool KnowsFirewall(string member) => !Topology.IsUnreadable(nameof(EgressTopology.Firewall)) && !Firewall.IsUnreadable(member);
}
