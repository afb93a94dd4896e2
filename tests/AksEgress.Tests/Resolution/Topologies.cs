using AksEgress.Model;
using CsCheck;

namespace AksEgress.Tests.Resolution;

/// <summary>Topologies for tests of resolution: a small one, and random ones, which need not be valid.</summary>
internal static class Topologies
{
    public static EgressTopology Small { get; } = new()
    {
        Name = "aks-egress",
        Location = "eastus",
        Network = new()
        {
            AddressSpace = [Cidr.Parse("10.42.0.0/16")],
            Subnets =
            [
                new() { Name = "aks-subnet", Prefix = Cidr.Parse("10.42.1.0/24"), Role = SubnetRole.Cluster },
                new() { Name = "AzureFirewallSubnet", Prefix = Cidr.Parse("10.42.2.0/24") },
                new() { Name = "ingress-subnet", Prefix = Cidr.Parse("10.42.3.0/24"), Role = SubnetRole.Ingress },
            ],
        },
    };

    private static readonly Gen<string> _name = Gen.OneOf("aks-subnet", "AKS-Subnet", "pods", "AzureFirewallSubnet", "AzureFirewallManagementSubnet", "none", "x", "");

    private static readonly Gen<Cidr> _prefix = Gen.Select(Gen.UInt, Gen.Int[0, 32]).Select((value, length) => new Cidr(new(length == 0 ? 0 : value & (uint.MaxValue << (32 - length))), length));

    private static readonly Gen<Ipv4Address> _address = Gen.UInt.Select(value => new Ipv4Address(value));

    private static readonly Gen<Subnet> _subnet = Gen.Select(_name, _prefix, OrNull(Gen.Enum<SubnetRole>()), OrNone(_name)).Select((name, prefix, role, table) =>
        new Subnet { Name = name, Prefix = prefix, Role = role, RouteTable = table });

    private static readonly Gen<Route> _route = Gen.Select(OrNone(_name), _prefix, OrNull(Gen.Enum<NextHopType>()), OrNull(_address), Gen.Bool).Select((name, prefix, type, address, isFrontends) =>
        new Route { Name = name, Prefix = isFrontends ? RouteDestination.Frontends : prefix, NextHopType = type, NextHopIpAddress = address });

    private static readonly Gen<RouteTable> _table = Gen.Select(OrNone(_name), OrEmpty(_route)).Select((name, routes) => new RouteTable { Name = name, Routes = routes });

    private static readonly Gen<NodePool> _pool = Gen.Select(_name, OrNull(Gen.Enum<NodePoolMode>()), OrNull(Gen.Enum<NodePoolOs>()), OrNone(_name), OrNone(_name), OrNull(Gen.Int[-1, 5]))
        .Select((name, mode, os, subnet, pods, min) => new NodePool { Name = name, Mode = mode, Os = os, Subnet = subnet, PodSubnet = pods, MinCount = min });

    private static readonly Gen<PublishedService> _published = Gen.Select(_name, OrNone(_name), Gen.Int[1, 3], OrNull(Gen.Enum<LoadBalancerKind>()), OrNull(_address), OrNone(_name))
        .Select((name, @namespace, port, kind, address, subnet) => new PublishedService { Service = name, Namespace = @namespace, Port = port, LoadBalancer = kind, Address = address, Subnet = subnet });

    private static readonly Gen<AllowEntry> _allow = Gen.OneOf(
        Gen.Enum<EndpointSet>().Select(AllowEntry.FromEndpointSet),
        Gen.Select(OrNone(_name), Gen.OneOf("*", "*.a.com", "a.com", "*-a.com", "_a.com"), Gen.Bool).Select((name, host, isBoth) =>
            new AllowEntry { Name = name, Https = [FqdnPattern.Parse(host)], Http = isBoth ? [FqdnPattern.Parse(host)] : null }));

    private static readonly Gen<RuleCollection> _collection = Gen.Select(Gen.OneOf("publish", "allow-network", "c"), Gen.OneOf(100, 60000, 65000), Gen.Int[0, 2]).Select((name, priority, kind) => (RuleCollection)(kind switch
    {
        0 => new NetworkRuleCollection { Name = name, Priority = priority, Rules = [new() { Name = "n", Protocols = [RuleProtocol.Tcp], Ports = [443], ServiceTags = [ServiceTag.Parse("azurecloud.EastUS")] }] },
        1 => new ApplicationRuleCollection { Name = name, Priority = priority, Rules = [new() { Name = "a", FqdnTags = [FqdnTag.Parse("windowsupdate")] }] },
        _ => new DnatRuleCollection { Name = name, Priority = priority, Rules = [new() { Name = "d", Port = 22 }] },
    }));

    private static readonly Gen<Firewall> _firewall = Gen.Select(
            OrNull(Gen.Enum<FirewallTier>()), OrNull(Gen.Int[-1, 300]), OrNull(Gen.Int[-1, 40]), OrNull(_address), OrNull(Gen.Bool), OrEmpty(_collection))
        .Select((tier, count, length, address, proxy, collections) => new Firewall
        {
            Tier = tier,
            Frontends = new() { Count = count, PrefixLength = length },
            PrivateIpAddress = address,
            Dns = new() { Proxy = proxy },
            Policy = new() { RuleCollectionGroups = [new() { Name = "defaultdnatrulecollectiongroup", Priority = 100, Collections = collections ?? [] }] },
        });

    private static readonly Gen<Cluster> _cluster = Gen.Select(
            OrEmpty(_pool), OrNull(Gen.Enum<NetworkPlugin>()), OrNull(_prefix), OrNull(Gen.Enum<OutboundType>()), OrNull(Gen.Enum<ClusterIdentityType>()), OrNull(Gen.Bool), OrEmpty(_name))
        .Select((pools, plugin, services, outbound, identity, isPrivate, scopes) => new Cluster
        {
            NodePools = pools,
            Network = new() { Plugin = plugin, ServiceCidr = services },
            OutboundType = outbound,
            Identity = new() { Type = identity, RoleAssignments = scopes?.Select(scope => new RoleAssignment { Subnet = scope, RouteTable = scope }).ToValueList() },
            PrivateCluster = isPrivate,
        });

    public static Gen<EgressTopology> Any { get; } = Gen.Select(
            Gen.Select(OrEmpty(_subnet), OrEmpty(_table), Gen.OneOf("eastus", "norwayeast", "East US!", "")),
            Gen.Select(_firewall, Gen.Bool, _cluster, Gen.Bool),
            Gen.Select(OrEmpty(_allow), OrEmpty(_collection), OrEmpty(_published), OrNull(Gen.Enum<AzureCloud>())))
        .Select((network, parts, rules) => Small with
        {
            Location = network.Item3,
            Cloud = rules.Item4,
            Network = Small.Network with { Subnets = network.Item1 ?? Small.Network.Subnets, RouteTables = network.Item2 },
            Firewall = parts.Item2 ? parts.Item1 : null,
            Cluster = parts.Item4 ? parts.Item3 : null,
            Allow = rules.Item1,
            Rules = rules.Item2,
            Publish = rules.Item3,
        });

    private static Gen<T?> OrNull<T>(Gen<T> values)
        where T : struct => Gen.Select(values, Gen.Bool).Select((value, isThere) => isThere ? value : (T?)null);

    private static Gen<string?> OrNone(Gen<string> values) => Gen.Select(values, Gen.Bool).Select((value, isThere) => isThere ? value : null);

    private static Gen<ValueList<T>?> OrEmpty<T>(Gen<T> values) => Gen.Select(values.Array[0, 4], Gen.Bool).Select((items, isThere) => isThere ? items.ToValueList() : null);
}
