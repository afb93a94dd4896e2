using AksEgress.Model;

namespace AksEgress.Tests.Resolution;

/// <summary>What the walkthrough makes people copy by hand is derived: the values here are written by hand.</summary>
public sealed class DerivationTests
{
    private static EgressTopology Small => Topologies.Small;

    [Fact]
    public void Names_are_the_articles()
    {
        var resolved = (Small with { Firewall = new() { Frontends = new() { PrefixLength = 28 } } }).Resolve();

        Assert.Equal("aks-egress-rg", resolved.ResourceGroup);
        Assert.Equal("aks-egress-vnet", resolved.Network.Name);
        Assert.Equal("aks-egress-fw", resolved.Firewall!.Name);
        Assert.Equal("aks-egress-fwpolicy", resolved.Firewall.Policy!.Name);
        Assert.Equal("aks-egress-fwpublicip", resolved.Firewall.Frontends!.Name);
        Assert.Equal("aks-egress-fwconfig", resolved.Firewall.Frontends.ConfigurationName);
        Assert.Equal("aks-egress-fwpublicipprefix", resolved.Firewall.Frontends.PrefixName);
        Assert.Equal("aks-egress-fwrt", Assert.Single(resolved.Network.RouteTables!).Name);
        Assert.Equal("aks-egress-fwrn", Assert.Single(resolved.Network.RouteTables![0].Routes!).Name);
        Assert.Equal("aks-egress-identity", resolved.Cluster!.Identity!.Name);
        Assert.Equal(("aks-egress", "aks-egress"), (resolved.Cluster.Name, resolved.Cluster.DnsPrefix));
    }

    [Theory]
    [InlineData("10.42.2.0/24", "10.42.2.4")]
    [InlineData("10.42.2.128/25", "10.42.2.132")]
    [InlineData("10.42.2.64/26", "10.42.2.68")]
    [InlineData("10.42.2.192/26", "10.42.2.196")]
    [InlineData("10.0.0.0/8", "10.0.0.4")]
    [InlineData("255.255.255.192/26", "255.255.255.196")]
    public void The_firewall_gets_the_first_address_that_azure_hands_out(string prefix, string address)
    {
        var network = Small.Network with { Subnets = [Small.Network.Subnets[0], new() { Name = "AzureFirewallSubnet", Prefix = Cidr.Parse(prefix) }] };
        var resolved = (Small with { Network = network }).Resolve();

        Assert.Equal(Ipv4Address.Parse(address), resolved.Firewall!.PrivateIpAddress);
        Assert.Equal([Ipv4Address.Parse(address)], resolved.Network.DnsServers!);
        Assert.Equal(Ipv4Address.Parse(address), resolved.Network.RouteTables![0].Routes![0].NextHopIpAddress);
    }

    [Theory]
    [InlineData(FirewallTier.Standard, null, true)]
    [InlineData(FirewallTier.Standard, false, false)]
    [InlineData(FirewallTier.Premium, null, true)]
    [InlineData(FirewallTier.Basic, null, false)]
    public void The_network_asks_the_firewall_when_its_proxy_is_on(FirewallTier tier, bool? proxy, bool asks)
    {
        var resolved = (Small with { Firewall = new() { Tier = tier, Dns = new() { Proxy = proxy } } }).Resolve();

        Assert.Equal(asks, resolved.Firewall!.Dns!.Proxy);
        Assert.Equal(asks ? [Ipv4Address.Parse("10.42.2.4")] : [], resolved.Network.DnsServers!);
    }

    [Fact]
    public void The_default_route_goes_to_the_firewall_from_every_subnet_with_nodes_pods_or_ingress()
    {
        var network = Small.Network with { Subnets = [.. Small.Network.Subnets, new() { Name = "pods", Prefix = Cidr.Parse("10.42.16.0/20") }, new() { Name = "jump", Prefix = Cidr.Parse("10.42.9.0/24") }] };
        var resolved = (Small with { Network = network, Cluster = new() { NodePools = [new() { Name = "system", PodSubnet = "pods" }] } }).Resolve();

        Assert.Equal(new Route { Name = "aks-egress-fwrn", Prefix = Cidr.All, NextHopType = NextHopType.VirtualAppliance, NextHopIpAddress = Ipv4Address.Parse("10.42.2.4") }, resolved.Network.RouteTables![0].Routes![0]);
        Assert.Equal(
            [("aks-subnet", "aks-egress-fwrt"), ("AzureFirewallSubnet", "none"), ("ingress-subnet", "aks-egress-fwrt"), ("pods", "aks-egress-fwrt"), ("jump", "none")],
            resolved.Network.Subnets.Select(subnet => (subnet.Name, subnet.RouteTable)));
    }

    [Fact]
    public void Without_user_defined_routing_there_is_no_route_table()
    {
        var resolved = (Small with { Cluster = new() { OutboundType = OutboundType.LoadBalancer } }).Resolve();

        Assert.Empty(resolved.Network.RouteTables!);
        Assert.All(resolved.Network.Subnets, subnet => Assert.Equal("none", subnet.RouteTable));
    }

    [Theory]
    [InlineData(null, null, 1)]
    [InlineData(20, null, 20)]
    [InlineData(null, 28, 16)]
    [InlineData(null, 31, 2)]
    [InlineData(3, 30, 3)]
    public void Frontends_are_counted_or_those_of_the_prefix(int? count, int? length, int frontends) =>
        Assert.Equal(frontends, (Small with { Firewall = new() { Frontends = new() { Count = count, PrefixLength = length } } }).Resolve().Firewall!.Frontends!.Count);

    [Theory]
    [InlineData(null, true)]
    [InlineData(true, false)]
    public void Frontends_are_authorised_except_with_a_private_cluster(bool? isPrivate, bool authorised) =>
        Assert.Equal(authorised, (Small with { Cluster = new() { PrivateCluster = isPrivate } }).Resolve().Cluster!.AuthorizeFrontends);

    [Fact]
    public void The_identity_is_user_assigned_with_rights_on_subnets_and_route_table()
    {
        var identity = Small.Resolve().Cluster!.Identity!;

        Assert.Equal(ClusterIdentityType.UserAssigned, identity.Type);
        Assert.Equal<RoleAssignment>([new() { Subnet = "aks-subnet" }, new() { Subnet = "ingress-subnet" }, new() { RouteTable = "aks-egress-fwrt" }], identity.RoleAssignments!);
    }

    [Theory]
    [InlineData("norwayeast", "AzureCloud.norwaye")]
    [InlineData("eastus", "AzureCloud.eastus")]
    public void Service_tags_of_sets_spell_the_region_as_tags_do(string location, string tag)
    {
        var resolved = (Small with { Location = location, Allow = [EndpointSet.AksLegacyTunnel] }).Resolve();
        var rules = Assert.IsType<NetworkRuleCollection>(Assert.Single(Assert.Single(resolved.Firewall!.Policy!.RuleCollectionGroups!).Collections)).Rules;

        Assert.Equal([("aks-legacy-tunnel-tunnel-udp", tag, 1194), ("aks-legacy-tunnel-tunnel-tcp", tag, 9000)], rules.Select(rule => (rule.Name, rule.ServiceTags![0].ToString(), rule.Ports[0].First)));
    }

    [Fact]
    public void References_and_tags_are_spelled_as_what_they_name()
    {
        var resolved = (Small with
        {
            Network = Small.Network with { Subnets = [Small.Network.Subnets[0] with { RouteTable = "NODES" }, .. Small.Network.Subnets.Skip(1)], RouteTables = [new() { Name = "nodes" }] },
            Cluster = new() { NodePools = [new() { Name = "system", Subnet = "AKS-SUBNET" }], Identity = new() { RoleAssignments = [new() { RouteTable = "Nodes" }] } },
            Rules = [new NetworkRuleCollection { Name = "n", Priority = 200, Rules = [new() { Name = "a", Protocols = [RuleProtocol.Tcp], Ports = [443], ServiceTags = [ServiceTag.Parse("azurecloud.EastUS")] }] }],
        }).Resolve();

        Assert.Equal(("nodes", "aks-subnet", "nodes"), (resolved.Network.Subnets[0].RouteTable, resolved.Cluster!.NodePools![0].Subnet, resolved.Cluster.Identity!.RoleAssignments![0].RouteTable));
        Assert.Equal("AzureCloud.EastUS", ((NetworkRuleCollection)resolved.Firewall!.Policy!.RuleCollectionGroups![0].Collections[0]).Rules[0].ServiceTags![0].ToString());
    }

    [Fact]
    public void A_cluster_has_one_system_pool_overlay_and_cilium()
    {
        var cluster = Small.Resolve().Cluster!;

        Assert.Equal(
            new NodePool { Name = "system", Mode = NodePoolMode.System, Os = NodePoolOs.Linux, Count = 3, VmSize = "Standard_D4ds_v5", MaxPods = 250, Zones = [], Subnet = "aks-subnet", EnableNodePublicIp = false },
            Assert.Single(cluster.NodePools!));
        Assert.Equal(
            new ClusterNetwork
            {
                Plugin = NetworkPlugin.Azure,
                PluginMode = NetworkPluginMode.Overlay,
                Dataplane = NetworkDataplane.Cilium,
                Policy = NetworkPolicy.Cilium,
                PodCidr = Cidr.Parse("10.244.0.0/16"),
                ServiceCidr = Cidr.Parse("10.0.0.0/16"),
                DnsServiceIp = Ipv4Address.Parse("10.0.0.10"),
            },
            cluster.Network);
    }

    [Theory]
    [InlineData("172.16.0.0/16", "172.16.0.10")]
    [InlineData("10.9.0.16/28", "10.9.0.26")]
    [InlineData("10.9.0.0/29", null)]
    public void The_dns_service_is_the_eleventh_address_of_the_services(string range, string? address) =>
        Assert.Equal(address, (Small with { Cluster = new() { Network = new() { ServiceCidr = Cidr.Parse(range) } } }).Resolve().Cluster!.Network!.DnsServiceIp?.ToString());
}
