using AksEgress.Model;
using AksEgress.Tests.Infrastructure;

namespace AksEgress.Tests.Rendering;

/// <summary>A text of a topology that becomes a resource's name, or another value that Azure's grammar binds.</summary>
/// <param name="Name">Where it is said.</param>
/// <param name="Set">Says it.</param>
/// <param name="Read">Where it comes out in the predicted resources.</param>
internal sealed record TextField(string Name, Func<EgressTopology, string, EgressTopology> Set, Func<Prediction, IEnumerable<string>> Read)
{
    private const string Network = "Microsoft.Network/virtualNetworks";
    private const string Groups = "Microsoft.Network/firewallPolicies/ruleCollectionGroups";
    private const string Cluster = "Microsoft.ContainerService/managedClusters";

    public static IReadOnlyList<TextField> Names { get; } =
    [
        new("location", (topology, text) => topology with { Location = text }, Texts(Cluster, "location")),
        new("network.name", (topology, text) => topology with { Network = topology.Network with { Name = text } }, NamesOf(Network)),
        new("subnet.name", (topology, text) => topology with { Network = topology.Network with { Subnets = [topology.Network.Subnets[0] with { Name = text }, topology.Network.Subnets[1]] } }, NamesOf(Network + "/subnets")),
        new("routeTable.name", (topology, text) => WithTable(topology, table => table with { Name = text }), NamesOf("Microsoft.Network/routeTables")),
        new("route.name", (topology, text) => WithTable(topology, table => table with { Routes = [new() { Name = text, Prefix = Cidr.All }] }), Texts("Microsoft.Network/routeTables", "properties", "routes", "name")),
        new("firewall.name", (topology, text) => WithFirewall(topology, firewall => firewall with { Name = text }), NamesOf("Microsoft.Network/azureFirewalls")),
        new("frontends.name", (topology, text) => WithFrontends(topology, frontends => frontends with { Name = text }), NamesOf("Microsoft.Network/publicIPAddresses")),
        new("frontends.configurationName", (topology, text) => WithFrontends(topology, frontends => frontends with { ConfigurationName = text }), Texts("Microsoft.Network/azureFirewalls", "properties", "ipConfigurations", "name")),
        new("policy.name", (topology, text) => WithFirewall(topology, firewall => firewall with { Policy = (firewall.Policy ?? new()) with { Name = text } }), NamesOf("Microsoft.Network/firewallPolicies")),
        new("group.name", (topology, text) => WithGroup(topology, group => group with { Name = text }), NamesOf(Groups)),
        new("collection.name", (topology, text) => WithGroup(topology, group => group with { Collections = [((NetworkRuleCollection)group.Collections[0]) with { Name = text }] }), Texts(Groups, "properties", "ruleCollections", "name")),
        new("rule.name", (topology, text) => WithGroup(topology, group => group with { Collections = [WithRuleName((NetworkRuleCollection)group.Collections[0], text)] }), Texts(Groups, "properties", "ruleCollections", "rules", "name")),
        new("cluster.name", (topology, text) => WithCluster(topology, cluster => cluster with { Name = text }), NamesOf(Cluster)),
        new("cluster.dnsPrefix", (topology, text) => WithCluster(topology, cluster => cluster with { DnsPrefix = text }), Texts(Cluster, "properties", "dnsPrefix")),
        new("cluster.kubernetesVersion", (topology, text) => WithCluster(topology, cluster => cluster with { KubernetesVersion = text }), Texts(Cluster, "properties", "kubernetesVersion")),
        new("identity.name", (topology, text) => WithCluster(topology, cluster => cluster with { Identity = new() { Name = text } }), NamesOf("Microsoft.ManagedIdentity/userAssignedIdentities")),
        new("nodePool.name", (topology, text) => WithPool(topology, pool => pool with { Name = text }), Texts(Cluster, "properties", "agentPoolProfiles", "name")),
        new("nodePool.vmSize", (topology, text) => WithPool(topology, pool => pool with { VmSize = text }), Texts(Cluster, "properties", "agentPoolProfiles", "vmSize")),
    ];

    public override string ToString() => Name;

    private static EgressTopology WithTable(EgressTopology topology, Func<RouteTable, RouteTable> change) =>
        topology with { Network = topology.Network with { RouteTables = [change(topology.Network.RouteTables?[0] ?? new())] } };

    private static EgressTopology WithFirewall(EgressTopology topology, Func<Firewall, Firewall> change) => topology with { Firewall = change(topology.Firewall ?? new()) };

    private static EgressTopology WithFrontends(EgressTopology topology, Func<Frontends, Frontends> change) =>
        WithFirewall(topology, firewall => firewall with { Frontends = change(firewall.Frontends ?? new() { Count = 2 }) });

    private static EgressTopology WithGroup(EgressTopology topology, Func<RuleCollectionGroup, RuleCollectionGroup> change) => WithFirewall(topology, firewall => firewall with
    {
        Policy = (firewall.Policy ?? new()) with { RuleCollectionGroups = [change(firewall.Policy?.RuleCollectionGroups?[0] ?? Group)] },
    });

    private static RuleCollectionGroup Group => new()
    {
        Name = "group",
        Priority = 500,
        Collections =
        [
            new NetworkRuleCollection
            {
                Name = "collection",
                Priority = 100,
                Rules = [new() { Name = "rule", Protocols = [RuleProtocol.Tcp], Destination = [Ipv4Address.Parse("198.51.100.1")], Ports = [443] }],
            },
        ],
    };

    private static NetworkRuleCollection WithRuleName(NetworkRuleCollection collection, string name) => collection with { Rules = [collection.Rules[0] with { Name = name }] };

    private static EgressTopology WithCluster(EgressTopology topology, Func<Cluster, Cluster> change) => topology with { Cluster = change(topology.Cluster ?? new()) };

    private static EgressTopology WithPool(EgressTopology topology, Func<NodePool, NodePool> change) =>
        WithCluster(topology, cluster => cluster with { NodePools = [change(cluster.NodePools?[0] ?? new() { Name = "system" })] });

    /// <summary>The last part of the names of a type's resources.</summary>
    private static Func<Prediction, IEnumerable<string>> NamesOf(string type) =>
        prediction => prediction.OfType(type).Select(resource => resource["name"]!.GetValue<string>()).Select(name => name[(name.LastIndexOf('/') + 1)..]);

    private static Func<Prediction, IEnumerable<string>> Texts(string type, params string[] path) =>
        prediction => prediction.OfType(type).SelectMany(resource => Prediction.Texts(resource, path));
}
