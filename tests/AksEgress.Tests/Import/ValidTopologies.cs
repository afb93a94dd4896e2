using AksEgress.Model;
using CsCheck;

namespace AksEgress.Tests.Import;

/// <summary>Topologies that validation takes, in all that a template holds of them.</summary>
internal static class ValidTopologies
{
    private static readonly Gen<string?> _description = Gen.OneOf<string?>(null, null, "Why it's there: '${x}' [not an expression]", "[parameters('x')]", "[[two");

    private static readonly Gen<ValueList<AddressRange>?> _source = Gen.OneOf<ValueList<AddressRange>?>(
        null, [AddressRange.Any], [AddressRange.Parse("10.42.1.0/24")], [AddressRange.Parse("10.42.1.4"), AddressRange.Parse("10.42.1.8-10.42.1.20")]);

    private static readonly Gen<NetworkRule> _networkRule = Gen.Select(
            Some(Gen.OneOf(RuleProtocol.Tcp, RuleProtocol.Udp)),
            _source,
            Gen.OneOf<(ValueList<AddressRange>? Ranges, ValueList<ServiceTag>? Tags, ValueList<Fqdn>? Hosts)>(
                ([AddressRange.Parse("203.0.113.0/24")], null, null),
                ([AddressRange.Parse("198.51.100.7")], [ServiceTag.Parse("AzureMonitor")], null),
                (null, [ServiceTag.Parse("AzureCloud.eastus"), ServiceTag.Parse("Storage")], null),
                (null, null, [Fqdn.Parse("ntp.ubuntu.com"), Fqdn.Parse("time.windows.com")])),
            Some(Gen.OneOf([.. Texts(PortRange.Parse, "443", "1194", "9000-9005", "123")])),
            _description)
        .Select((protocols, source, to, ports, description) => new NetworkRule
        {
            Name = "n", Description = description, Protocols = protocols, Source = source, Destination = to.Ranges, ServiceTags = to.Tags, Fqdns = to.Hosts, Ports = ports,
        });

    private static readonly Gen<ApplicationRule> _applicationRule = Gen.Select(
            Gen.OneOf<ValueList<ApplicationProtocol>?>(null, [ApplicationProtocol.Https], [ApplicationProtocol.Http, ApplicationProtocol.Https], [new(ApplicationProtocolType.Https, 8443)]),
            _source,
            Gen.OneOf<(ValueList<FqdnPattern>? Hosts, ValueList<FqdnTag>? Tags)>(
                ([FqdnPattern.Parse("*.contoso.com")], null), ([FqdnPattern.Parse("api.contoso.com"), FqdnPattern.Parse("mcr.microsoft.com")], null), (null, [FqdnTag.Parse("AzureKubernetesService")])),
            _description)
        .Select((protocols, source, to, description) => new ApplicationRule { Name = "a", Description = description, Protocols = protocols, Source = source, Fqdns = to.Hosts, FqdnTags = to.Tags });

    private static readonly Gen<DnatRule> _dnatRule = Gen.Select(Gen.Int[1, 3], Gen.OneOf(80, 443, 8080), Gen.OneOf<PortRange?>(null, 8080), _source, _description)
        .Select((frontend, port, translated, source, description) => new DnatRule
        {
            Name = "d",
            Description = description,
            Source = source,
            Destination = frontend == 3 ? [Ipv4Address.Parse("10.42.2.4")] : [DnatDestination.OfFrontend(frontend)],
            Port = port,
            TranslatedAddress = Ipv4Address.Parse("10.42.3.10"),
            TranslatedPort = translated,
        });

    private static readonly Gen<RuleAction?> _action = Gen.OneOf<RuleAction?>(null, RuleAction.Allow, RuleAction.Deny);

    private static readonly Gen<RuleCollection> _collection = Gen.OneOf(
        Gen.Select(_action, _networkRule.Array[1, 3]).Select((action, rules) => (RuleCollection)new NetworkRuleCollection { Name = "c", Priority = 100, Action = action, Rules = Numbered(rules, (rule, name) => rule with { Name = rule.Name + name }) }),
        Gen.Select(_action, _applicationRule.Array[1, 3]).Select((action, rules) => (RuleCollection)new ApplicationRuleCollection { Name = "c", Priority = 100, Action = action, Rules = Numbered(rules, (rule, name) => rule with { Name = rule.Name + name }) }),
        _dnatRule.Array[1, 2].Select(rules => (RuleCollection)new DnatRuleCollection { Name = "c", Priority = 100, Rules = Numbered(rules, (rule, name) => rule with { Name = rule.Name + name }) }));

    private static readonly Gen<ValueList<RuleCollectionGroup>?> _groups = Gen.OneOf(
        Gen.Const((ValueList<RuleCollectionGroup>?)null),
        Gen.Select(_collection.Array[1, 3].Array[1, 3], Gen.Shuffle(new[] { 110, 200, 400, 30000 })).Select((groups, priorities) => (ValueList<RuleCollectionGroup>?)groups.Select((collections, i) => new RuleCollectionGroup
        {
            Name = FormattableString.Invariant($"group{i}"),
            Priority = priorities[i],
            Collections = collections.Select((collection, j) => collection with { Name = FormattableString.Invariant($"collection{j}"), Priority = 100 + (10 * j) }).ToValueList(),
        }).ToValueList()));

    private static readonly Gen<Firewall> _firewall = Gen.Select(
            Gen.OneOf(FirewallTier.Standard, FirewallTier.Premium),
            Gen.OneOf<Frontends>(new Frontends { Count = 2 }, new Frontends { Count = 3, Name = "pip", ConfigurationName = "config" }, new Frontends { PrefixLength = 30 }, new Frontends { PrefixLength = 29, PrefixName = "own-prefix" }),
            Gen.OneOf<ValueList<int>?>(null, [1, 2, 3]),
            Gen.OneOf<ThreatIntelMode?>(null, ThreatIntelMode.Deny, ThreatIntelMode.Off),
            Gen.OneOf<FirewallDns?>(null, new FirewallDns { Proxy = true, Servers = [Ipv4Address.Parse("10.42.3.20")] }),
            Gen.OneOf<Ipv4Address?>(null, Ipv4Address.Parse("10.42.2.5")),
            _groups)
        .Select((tier, frontends, zones, threats, dns, address, groups) => new Firewall
        {
            Tier = tier, Frontends = frontends, Zones = zones, ThreatIntelMode = threats, Dns = dns, PrivateIpAddress = address, Policy = groups is null ? null : new() { Name = "own-policy", RuleCollectionGroups = groups },
        });

    private static readonly Gen<ValueList<RouteTable>?> _tables = Gen.OneOf<ValueList<RouteTable>?>(
        null,
        [new() { Name = "rt", DisableBgpRoutePropagation = false, Routes = [new() { Name = "default", Prefix = Cidr.All }, new() { Name = "out", Prefix = RouteDestination.Frontends, NextHopType = NextHopType.Internet }] }],
        [new() { Routes = [new() { Prefix = Cidr.All }, new() { Name = "drop", Prefix = Cidr.Parse("192.168.0.0/16"), NextHopType = NextHopType.None }, new() { Name = "tag", Prefix = ServiceTag.Parse("AzureMonitor"), NextHopType = NextHopType.Internet }] }]);

    private static readonly Gen<Cluster> _cluster = Gen.Select(
            Gen.OneOf<ValueList<NodePool>?>(
                null,
                [new() { Name = "system", Count = 2, MaxPods = 50, Zones = [1, 2] }, new() { Name = "user", MinCount = 1, MaxCount = 5, VmSize = "Standard_D8ds_v5" }],
                [new() { Name = "system", Mode = NodePoolMode.System }, new() { Name = "win", Os = NodePoolOs.Windows }]),
            Gen.OneOf<ClusterNetwork?>(null, new ClusterNetwork { PluginMode = NetworkPluginMode.NodeSubnet, Dataplane = NetworkDataplane.Azure, Policy = NetworkPolicy.Calico }, new ClusterNetwork { Policy = NetworkPolicy.None, Dataplane = NetworkDataplane.Azure, PodCidr = Cidr.Parse("10.100.0.0/16") }),
            Gen.OneOf<(bool? IsPrivate, ValueList<Cidr>? Ranges)>((null, null), (true, null), (null, [Cidr.Parse("203.0.113.8/32"), Cidr.Parse("198.51.100.0/24")])),
            Gen.OneOf<ClusterIdentity?>(null, new ClusterIdentity { Name = "own-identity" }, new ClusterIdentity { Type = ClusterIdentityType.SystemAssigned }),
            Gen.OneOf<ClusterTier?>(null, ClusterTier.Standard, ClusterTier.Premium),
            Gen.OneOf<string?>(null, "1.35"))
        .Select((pools, network, access, identity, tier, version) => new Cluster
        {
            NodePools = pools, Network = network, PrivateCluster = access.IsPrivate, AuthorizedIpRanges = access.Ranges, Identity = identity, Tier = tier, KubernetesVersion = version,
        });

    /// <summary>Any of them.</summary>
    public static Gen<EgressTopology> Any { get; } = Gen.Select(
            _firewall, _tables, _cluster, Gen.OneOf<ValueList<ServiceEndpoint>?>(null, [ServiceEndpoint.Storage, ServiceEndpoint.Sql]), Gen.OneOf<ValueList<AllowEntry>?>(null, [EndpointSet.Aks], [EndpointSet.Aks, EndpointSet.DockerHub]), Gen.OneOf("eastus", "westeurope"))
        .Select((firewall, tables, cluster, endpoints, allow, location) => new EgressTopology
        {
            Name = "random",
            Location = location,
            Network = new()
            {
                AddressSpace = [Cidr.Parse("10.42.0.0/16")],
                RouteTables = tables,
                Subnets =
                [
                    new() { Name = "nodes", Prefix = Cidr.Parse("10.42.0.0/23"), Role = SubnetRole.Cluster, ServiceEndpoints = endpoints },
                    new() { Name = "AzureFirewallSubnet", Prefix = Cidr.Parse("10.42.2.0/24") },
                    new() { Name = "services", Prefix = Cidr.Parse("10.42.3.0/24"), Role = SubnetRole.Ingress },
                ],
            },
            Firewall = firewall,
            Cluster = cluster,
            Allow = allow,
        })
        .Where(topology => !topology.Validate().HasErrors);

    private static Gen<ValueList<T>> Some<T>(Gen<T> values) => values.Array[1, 3].Select(items => items.Distinct().ToValueList());

    private static IEnumerable<T> Texts<T>(Func<string, T> parse, params string[] texts) => texts.Select(parse);

    private static ValueList<T> Numbered<T>(T[] rules, Func<T, string, T> name) => rules.Select((rule, i) => name(rule, i.ToString(System.Globalization.CultureInfo.InvariantCulture))).ToValueList();
}
