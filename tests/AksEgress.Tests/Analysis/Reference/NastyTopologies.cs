using AksEgress.Model;
using CsCheck;

namespace AksEgress.Tests.Analysis.Reference;

/// <summary>Topologies whose rules and routes get in each other's way. They need not be such that Azure takes them.</summary>
internal static class NastyTopologies
{
    private static readonly int[] _groupPriorities = [100, 101, 65000];

    private static readonly int[] _collectionPriorities = [100, 200, 300, 65000];

    private static readonly Gen<(NextHopType Type, Ipv4Address? Address)> _hop = Gen.OneOf<(NextHopType, Ipv4Address?)>(
        (NextHopType.VirtualAppliance, NastyValues.FirewallAddress), (NextHopType.VirtualAppliance, NastyValues.FirewallAddress), (NextHopType.VirtualAppliance, Ipv4Address.Parse("10.42.3.7")),
        (NextHopType.Internet, null), (NextHopType.None, null), (NextHopType.VnetLocal, null), (NextHopType.VirtualNetworkGateway, null));

    private static readonly Gen<Route> _route = Gen.Select(
            Gen.Frequency(
                (3, Gen.OneOf([.. Prefixes("0.0.0.0/0", "0.0.0.0/1", "128.0.0.0/1", "20.0.0.0/8", "20.60.0.0/16", "20.60.0.0/24", "20.60.0.1/32", "10.42.0.0/16", "10.42.3.0/24", "10.42.2.4/32", "10.0.0.0/8", "169.254.169.254/32", "168.63.129.16/32")])),
                (1, NastyValues.Addresses.Select(address => RouteDestination.FromCidr(Cidr.Of(address)))),
                (1, NastyValues.ServiceTags.Select(RouteDestination.FromServiceTag)),
                (2, Gen.Const(RouteDestination.Frontends))),
            _hop)
        .Select((prefix, hop) => To(prefix, hop.Type, hop.Address));

    private static readonly Gen<Route> _tagRoute = Gen.Select(NastyValues.ServiceTags, _hop).Select((tag, hop) => To(tag, hop.Type, hop.Address));

    // Most tables steer to the firewall, with few other routes, so that most flows meet the rules.
    private static readonly Gen<RouteTable> _table = Gen.Select(
            Gen.Frequency((6, Gen.Const<ValueList<Route>>([ToFirewall("0.0.0.0/0")])), (2, Gen.Const<ValueList<Route>>([ToFirewall("0.0.0.0/1"), ToFirewall("128.0.0.0/1")])), (1, Gen.Const(ValueList<Route>.Empty))),
            Gen.Frequency((2, Gen.Const(Array.Empty<Route>())), (1, _route.Array[1, 4]), (1, _tagRoute.Array[3, 5])))
        .Select((first, others) => new RouteTable { Routes = first.Concat(others).DistinctBy(route => route.Prefix.ToString(), StringComparer.OrdinalIgnoreCase).ToValueList() });

    private static readonly Gen<RuleProtocol> _networkProtocol = Gen.OneOf(RuleProtocol.Tcp, RuleProtocol.Tcp, RuleProtocol.Udp, RuleProtocol.Icmp, RuleProtocol.Any);

    private static readonly Gen<NetworkRule> _networkRule = Gen.Select(
            NastyValues.Some(_networkProtocol, 1, 2),
            NastyValues.Some(NastyValues.Sources, 1, 2),
            Gen.Frequency(
                (4, NastyValues.Some(NastyValues.Ranges, 1, 3).Select(ranges => (ranges, ValueList<ServiceTag>.Empty, ValueList<Fqdn>.Empty))),
                (2, Gen.Select(NastyValues.Some(NastyValues.Ranges, 0, 1), NastyValues.Some(NastyValues.ServiceTags, 1, 2)).Select((ranges, tags) => (ranges, tags, ValueList<Fqdn>.Empty))),
                (2, NastyValues.Some(NastyValues.Hosts, 1, 2).Select(hosts => (ValueList<AddressRange>.Empty, ValueList<ServiceTag>.Empty, hosts)))),
            NastyValues.Some(NastyValues.Ports, 1, 2))
        .Select((protocols, source, destination, ports) => new NetworkRule
        {
            Name = "n", Protocols = protocols, Source = source, Destination = destination.Item1, ServiceTags = destination.Item2, Fqdns = destination.Item3, Ports = ports,
        });

    // Tags that all flows meet one after the other: whole services behind their regions and before them.
    private static readonly Gen<NetworkRule> _tagRule = NastyValues.Some(NastyValues.ServiceTags, 1, 1).Select(tags => new NetworkRule
    {
        Name = "n", Protocols = [RuleProtocol.Any], Source = [AddressRange.Any], ServiceTags = tags, Ports = [PortRange.Any],
    });

    // Rules that perhaps are for ICMP, one behind the other, by each kind of destination.
    private static readonly Gen<NetworkRule> _pingRule = Gen.Select(
            Gen.OneOf(RuleProtocol.Any, RuleProtocol.Any, RuleProtocol.Icmp),
            Gen.Frequency(
                (2, NastyValues.Some(NastyValues.Ranges, 1, 2).Select(ranges => (ranges, ValueList<ServiceTag>.Empty, ValueList<Fqdn>.Empty))),
                (1, NastyValues.Some(NastyValues.ServiceTags, 1, 1).Select(tags => (ValueList<AddressRange>.Empty, tags, ValueList<Fqdn>.Empty))),
                (2, NastyValues.Some(NastyValues.Hosts, 1, 2).Select(hosts => (ValueList<AddressRange>.Empty, ValueList<ServiceTag>.Empty, hosts)))),
            Gen.OneOf(PortRange.Any, PortRange.Parse("1-65535"), PortRange.Parse("1-65535")))
        .Select((protocol, destination, ports) => new NetworkRule
        {
            Name = "n", Protocols = [protocol], Source = [AddressRange.Any], Destination = destination.Item1, ServiceTags = destination.Item2, Fqdns = destination.Item3, Ports = [ports],
        });

    private static readonly Gen<ApplicationRule> _applicationRule = Gen.Select(
            NastyValues.Some(NastyValues.ApplicationProtocols, 1, 3),
            NastyValues.Some(NastyValues.Sources, 1, 2),
            NastyValues.Some(NastyValues.Patterns, 0, 2),
            Gen.Frequency((2, Gen.Const(ValueList<FqdnTag>.Empty)), (1, NastyValues.Some(NastyValues.FqdnTags, 1, 2))))
        .Select((protocols, source, hosts, tags) => new ApplicationRule { Name = "a", Protocols = protocols, Source = source, Fqdns = hosts, FqdnTags = tags });

    private static readonly Gen<DnatRule> _dnatRule = Gen.Select(
            NastyValues.Some(Gen.OneOf(RuleProtocol.Tcp, RuleProtocol.Tcp, RuleProtocol.Udp), 1, 2),
            Gen.Frequency((2, NastyValues.Some(NastyValues.Ranges, 1, 2)), (2, NastyValues.Some(NastyValues.Halves, 1, 1)), (1, NastyValues.Some(NastyValues.Sources, 1, 2))),
            Gen.Frequency(
                (3, Gen.Int[1, 2].Select(DnatDestination.OfFrontend)),
                (1, Gen.Const(DnatDestination.FromIpv4Address(NastyValues.FirewallAddress))),
                (1, NastyValues.PublicAddresses.Select(DnatDestination.FromIpv4Address))),
            Gen.OneOf(443, 80, 22),
            Gen.Frequency((4, Gen.Const("10.42.3.4")), (1, Gen.Const("20.99.0.1"))))
        .Select((protocols, source, destination, port, inner) => new DnatRule { Name = "d", Protocols = protocols, Source = source, Destination = [destination], Port = port, TranslatedAddress = Ipv4Address.Parse(inner) });

    private static readonly Gen<RuleAction> _action = Gen.OneOf(RuleAction.Allow, RuleAction.Allow, RuleAction.Deny);

    private static readonly Gen<RuleCollection> _collection = Gen.Frequency(
        (3, Gen.Select(_action, Gen.Frequency((4, _networkRule.Array[1, 3]), (1, _tagRule.Array[2, 3]), (1, _pingRule.Array[2, 3]))).Select((action, rules) => (RuleCollection)new NetworkRuleCollection { Name = "c", Priority = 100, Action = action, Rules = rules.Select((rule, i) => rule with { Name = Numbered("n", i) }).ToValueList() })),
        (3, Gen.Select(_action, _applicationRule.Array[1, 3]).Select((action, rules) => (RuleCollection)new ApplicationRuleCollection { Name = "c", Priority = 100, Action = action, Rules = rules.Select((rule, i) => rule with { Name = Numbered("a", i) }).ToValueList() })),
        (1, _dnatRule.Array[1, 3].Select(rules => (RuleCollection)new DnatRuleCollection { Name = "c", Priority = 100, Rules = rules.Select((rule, i) => rule with { Name = Numbered("d", i) }).ToValueList() })));

    // Priorities are unique, and not in the order in which the groups and collections are written.
    private static readonly Gen<RuleCollectionGroup> _group = Gen.Select(_collection.Array[0, 4], Gen.Shuffle(_collectionPriorities)).Select((collections, priorities) => new RuleCollectionGroup
    {
        Name = "g",
        Priority = 100,
        Collections = collections.Select((collection, i) => collection with { Name = Numbered("c", i), Priority = priorities[i] }).ToValueList(),
    });

    private static readonly Gen<FirewallPolicy> _policy = Gen.Select(_group.Array[1, 3], Gen.Shuffle(_groupPriorities)).Select((groups, priorities) => new FirewallPolicy
    {
        RuleCollectionGroups = groups.Select((group, i) => group with { Name = Numbered("g", i), Priority = priorities[i] }).ToValueList(),
    });

    private static readonly Gen<ValueList<Ipv4Address>?> _dnsServers = Gen.OneOf<ValueList<Ipv4Address>?>(
        null, [], [NastyValues.FirewallAddress], [NastyValues.FirewallAddress, Ipv4Address.Parse("10.42.5.4")], [Ipv4Address.Parse("10.42.5.4")]);

    private static readonly Gen<ClusterNetwork> _clusterNetwork = Gen.OneOf(
        new ClusterNetwork { Plugin = NetworkPlugin.Azure, PluginMode = NetworkPluginMode.Overlay },
        new ClusterNetwork { Plugin = NetworkPlugin.Kubenet },
        new ClusterNetwork { Plugin = NetworkPlugin.Azure, PluginMode = NetworkPluginMode.NodeSubnet },
        new ClusterNetwork { Plugin = NetworkPlugin.Azure, PluginMode = NetworkPluginMode.NodeSubnet, PodCidr = Cidr.Parse("10.244.0.0/16") });

    private static readonly Gen<VirtualNetwork> _network = Gen.Select(
            Gen.OneOf<ValueList<Cidr>>([Cidr.Parse("10.42.0.0/16")], [Cidr.Parse("10.42.0.0/16"), Cidr.Parse("20.61.0.0/24")], [Cidr.Parse("10.0.0.0/8")]),
            _table.Array[2],
            Gen.OneOf("t0", "T0", "t1", "none").Array[4],
            Gen.Frequency((5, Gen.Const(ValueList<ServiceEndpoint>.Empty)), (1, NastyValues.Some(Gen.OneOf(ServiceEndpoint.Storage, ServiceEndpoint.Sql), 1, 2))).Array[4],
            _dnsServers)
        .Select((space, tables, names, endpoints, servers) => new VirtualNetwork
        {
            AddressSpace = space,
            RouteTables = tables.Select((table, i) => table with { Name = Numbered("t", i) }).ToValueList(),
            DnsServers = servers,
            Subnets =
            [
                new() { Name = "AzureFirewallSubnet", Prefix = Cidr.Parse("10.42.2.0/24") },
                new() { Name = "nodes", Prefix = Cidr.Parse("10.42.1.0/24"), Role = SubnetRole.Cluster, RouteTable = names[0], ServiceEndpoints = endpoints[0] },
                new() { Name = "more-nodes", Prefix = Cidr.Parse("10.42.6.0/28"), Role = SubnetRole.Cluster, RouteTable = names[1], ServiceEndpoints = endpoints[1] },
                new() { Name = "pods", Prefix = Cidr.Parse("10.42.4.0/24"), Role = SubnetRole.Cluster, RouteTable = names[2], ServiceEndpoints = endpoints[2] },
                new() { Name = "ingress", Prefix = Cidr.Parse("10.42.3.0/24"), Role = SubnetRole.Ingress, RouteTable = names[3], ServiceEndpoints = endpoints[3] },
            ],
        });

    private static readonly Gen<ValueList<NodePool>> _pools = Gen.OneOf<ValueList<NodePool>>(
        [new() { Name = "a", Subnet = "nodes" }],
        [new() { Name = "a", Subnet = "NODES" }, new() { Name = "b", Subnet = "more-nodes" }],
        [new() { Name = "a", Subnet = "nodes", PodSubnet = "pods" }]);

    public static Gen<EgressTopology> Any { get; } = Gen.Select(_network, _policy, Gen.Bool, _clusterNetwork, _pools, Gen.OneOf("eastus", "westus")).Select((network, policy, proxy, plugin, pools, location) => new EgressTopology
    {
        Name = "nasty",
        Location = location,
        Network = network,
        Firewall = new() { Frontends = new() { Count = 2 }, Dns = new() { Proxy = proxy }, Policy = policy },
        Cluster = new() { Network = plugin, NodePools = pools },
    });

    private static Route ToFirewall(string prefix) => To(Cidr.Parse(prefix), NextHopType.VirtualAppliance, NastyValues.FirewallAddress);

    private static Route To(RouteDestination prefix, NextHopType type, Ipv4Address? address) => new() { Name = "r-" + prefix.ToString().Replace('/', '-'), Prefix = prefix, NextHopType = type, NextHopIpAddress = address };

    private static IEnumerable<RouteDestination> Prefixes(params string[] prefixes) => prefixes.Select(prefix => RouteDestination.FromCidr(Cidr.Parse(prefix)));

    private static string Numbered(string name, int number) => FormattableString.Invariant($"{name}{number}");
}
