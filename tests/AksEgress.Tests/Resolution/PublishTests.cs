using AksEgress.Model;

namespace AksEgress.Tests.Resolution;

public sealed class PublishTests
{
    private static readonly Ipv4Address _address = Ipv4Address.Parse("10.42.3.10");

    [Fact]
    public void A_published_service_is_a_rule_and_a_service_with_one_address()
    {
        var resolved = Resolve(new PublishedService { Service = "store-front", Port = 80, TargetPort = 8080, Address = _address });

        Assert.Equal(
            new LoadBalancerService
            {
                Name = "store-front",
                LoadBalancer = LoadBalancerKind.Internal,
                Address = _address,
                Subnet = "ingress-subnet",
                Ports = [new() { Port = 80, TargetPort = 8080, Protocol = TransportProtocol.Tcp }],
                SourceRanges = [Cidr.Parse("10.42.2.0/24")],
                Selector = [new("app", "store-front")],
            },
            Assert.Single(resolved.Services!));
        Assert.Equal(
            new DnatRule
            {
                Name = "store-front-80",
                Protocols = [RuleProtocol.Tcp],
                Source = [AddressRange.Any],
                Destination = [DnatDestination.OfFrontend(1)],
                Port = 80,
                TranslatedAddress = _address,
                TranslatedPort = 80,
            },
            Assert.Single(Rules(resolved)));
        Assert.Empty(resolved.Publish!);
    }

    [Fact]
    public void Addresses_are_taken_from_the_top_of_the_ingress_subnet()
    {
        var resolved = Resolve(
            new PublishedService { Service = "a", Port = 80 },
            new PublishedService { Service = "b", Port = 80, Address = Ipv4Address.Parse("10.42.3.253") },
            new PublishedService { Service = "c", Port = 80 });

        Assert.Equal(["10.42.3.254", "10.42.3.253", "10.42.3.252"], resolved.Services!.Select(service => service.Address.ToString()!));
    }

    [Fact]
    public void Without_an_ingress_subnet_they_are_the_nodes()
    {
        var topology = Topologies.Small with { Network = Topologies.Small.Network with { Subnets = [.. Topologies.Small.Network.Subnets.Take(2)] }, Publish = [new() { Service = "a", Port = 80 }] };

        Assert.Equal(("aks-subnet", "10.42.1.254"), Assert.Single(topology.Resolve().Services!) is var service ? (service.Subnet, service.Address.ToString()) : default);
    }

    [Fact]
    public void Entries_of_one_service_share_it_and_its_address()
    {
        var resolved = Resolve(
            new PublishedService { Service = "dns", Namespace = "core", Port = 53 },
            new PublishedService { Service = "dns", Namespace = "core", Port = 53, Protocol = TransportProtocol.Udp, Frontend = 2 },
            new PublishedService { Service = "dns", Port = 53 });

        Assert.Equal([("core", 2), (null, 1)], resolved.Services!.Select(service => (service.Namespace, service.Ports.Count)));
        Assert.Equal(["core-dns-53", "core-dns-53-udp", "dns-53"], Rules(resolved).Select(rule => rule.Name));
        Assert.Equal(["10.42.3.254", "10.42.3.254", "10.42.3.253"], Rules(resolved).Select(rule => rule.TranslatedAddress.ToString()!));
        Assert.Equal([1, 2, 1], Rules(resolved).Select(rule => rule.Destination![0].Frontend!.Value));
    }

    [Fact]
    public void Only_a_public_load_balancer_brings_routes_for_the_frontends()
    {
        var inner = Resolve(new PublishedService { Service = "a", Port = 80 });
        var outer = Resolve(new PublishedService { Service = "a", Port = 80, LoadBalancer = LoadBalancerKind.Public, Address = Ipv4Address.Parse("20.61.5.9") });

        Assert.Single(inner.Network.RouteTables![0].Routes!);
        Assert.Equal(
            new Route { Name = "aks-egress-fwinternet", Prefix = RouteDestination.Frontends, NextHopType = NextHopType.Internet },
            outer.Network.RouteTables![0].Routes![1]);
        Assert.Equal((null, 0), (outer.Services![0].Subnet, outer.Services[0].SourceRanges!.Count));
    }

    [Fact]
    public void A_service_without_address_or_single_port_has_no_rule()
    {
        Assert.Empty(Rules(Resolve(new PublishedService { Service = "a", Port = 80, LoadBalancer = LoadBalancerKind.Public })));
        Assert.Empty(Rules(Resolve(new PublishedService { Service = "a", Port = PortRange.Parse("80-81") })));
    }

    [Fact]
    public void Derived_names_make_way_for_those_that_are_said()
    {
        var resolved = (Topologies.Small with
        {
            Rules = [new DnatRuleCollection { Name = "publish", Priority = 60000, Rules = [] }],
            Publish = [new() { Service = "a", Port = 80 }],
        }).Resolve();

        Assert.Equal([("publish", 60000), ("publish-2", 60001)], resolved.Firewall!.Policy!.RuleCollectionGroups![0].Collections.Select(collection => (collection.Name, collection.Priority.Value)));
    }

    private static EgressTopology Resolve(params ReadOnlySpan<PublishedService> published) => (Topologies.Small with { Publish = [.. published] }).Resolve();

    private static IEnumerable<DnatRule> Rules(EgressTopology resolved) =>
        (resolved.Firewall!.Policy!.RuleCollectionGroups ?? []).SelectMany(group => group.Collections).OfType<DnatRuleCollection>().SelectMany(collection => collection.Rules);
}
