using System.Text;
using AksEgress.Model;
using AksEgress.Tests.Infrastructure;

namespace AksEgress.Tests.Import;

/// <summary>Sources that are large or lead in circles: read or refused in bounded time and memory, and what came of them can be asked.</summary>
public sealed class HostileSizeTests
{
    private const string Network = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network";

    private static readonly int _size = LongTests.Wanted ? 10_000 : 300;

    public static TheoryData<string> Large => ["brackets", "braces", "numbers", "text", "commas", "slashes", "keys", "resource of keys", "lists", "resources", "one resource again and again", "nonsense in a rule"];

    [Theory]
    [MemberData(nameof(Large))]
    public async Task A_large_source_is_read_or_refused(string what)
    {
        const int mebibytes = 50;
        var text = what switch
        {
            "brackets" => new string('[', 100_000),
            "braces" => Repeat("{\"a\":", 100_000),
            "numbers" => $"[{Repeat("0,", mebibytes << 19)}0]",
            "text" => $$"""[ { "type": "a/b", "name": "{{new string('a', mebibytes << 20)}}" } ]""",
            "commas" => $$"""[ { "type": "a/b", "name": "{{new string(',', mebibytes << 20)}}" } ]""",
            "slashes" => $$"""[ { "type": "a/b", "id": "/providers/{{new string('/', mebibytes << 20)}}" } ]""",
            "keys" => $"{{{Join(1_000_000, index => $"\"k{index}\":0")}}}",
            "resource of keys" => Resource("virtualNetworks", "v", Join(1_000_000, index => $"\"k{index}\":0")),
            "lists" => $"[{Repeat("[[[[[[[[[[0]]]]]]]]]],", 300_000)}0]",
            "resources" => $"[{Join(200_000, index => Resource("routeTables", $"t{index}"))},{Resource("virtualNetworks", "v")}]",
            "one resource again and again" => $"[{Repeat(Resource("virtualNetworks", "v") + ",", 199_999)}{Resource("virtualNetworks", "v")}]",
            "nonsense in a rule" => $"[{Policy($"{{ \"ruleType\": \"NetworkRule\", \"name\": \"n\", \"sourceAddresses\": [ {Repeat("0,", 3_000_000)} 0 ] }}")}]",
            _ => "",
        };

        var source = await Survival.ReadAsync(text);

        Assert.InRange(source.Diagnostics.Count, 1, 4_100);
    }

    [Theory]
    [InlineData("a", "b")]
    [InlineData("a", "a")]
    public async Task Policies_that_are_their_own_parents_are_reported(string parent, string grandparent)
    {
        var source = await Survival.ReadAsync($"""
            [ {Resource("firewallPolicies", "a", $"\"basePolicy\": {IdOf("firewallPolicies/" + grandparent)}")}, {Resource("firewallPolicies", "b", $"\"basePolicy\": {IdOf("firewallPolicies/" + parent)}")},
              {Resource("azureFirewalls", "fw", $"\"firewallPolicy\": {IdOf("firewallPolicies/a")}")} ]
            """);

        Assert.Contains(source.Diagnostics, finding => finding.Code == "AKSE5011" && finding.Message.Contains("its own parent", StringComparison.Ordinal));
        Survival.Ask(source.Topology!);
    }

    [Fact]
    public async Task Policies_in_a_circle_without_a_firewall_are_reported()
    {
        var source = await Survival.ReadAsync($"[ {Resource("firewallPolicies", "a", $"\"basePolicy\": {IdOf("firewallPolicies/b")}")}, {Resource("firewallPolicies", "b", $"\"basePolicy\": {IdOf("firewallPolicies/a")}")} ]");

        Assert.Contains(source.Diagnostics, finding => finding.Code == "AKSE5011" && finding.Message.Contains("its own parent", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Networks_that_are_peered_in_a_circle_are_read_once()
    {
        var source = await Survival.ReadAsync($"[ {Join(3, index => VirtualNetwork($"v{index}", $"10.{index}.0.0/16", "", $"{{ \"name\": \"p\", \"remoteVirtualNetwork\": {IdOf($"virtualNetworks/v{(index + 1) % 3}")} }}"))} ]");

        Assert.Equal(3, source.Topology!.Network.AddressSpace.Count);
        Survival.Ask(source.Topology);
    }

    [Fact]
    public async Task Resources_that_name_themselves_are_read()
    {
        const string group = "firewallPolicies/p/ruleCollectionGroups/g";
        var source = await Survival.ReadAsync($"""
            [ {Resource("firewallPolicies/ruleCollectionGroups", "p/ruleCollectionGroups/g", $"\"ruleCollectionGroups\": [ {IdOf(group)} ]")},
              {Resource("firewallPolicies", "p", $"\"ruleCollectionGroups\": [ {IdOf(group)}, {IdOf("firewallPolicies/p")} ]")},
              {Resource("ipGroups", "i", $"\"ipAddresses\": [ \"{Network}/ipGroups/i\" ]")} ]
            """);

        Survival.Ask(source.Topology!);
    }

    [Fact]
    public async Task Subnets_with_route_tables_of_their_own()
    {
        var source = await Survival.ReadAsync($"""
            [ {VirtualNetwork("v", "10.0.0.0/8", Join(_size, index => $"{{ \"name\": \"s{index}\", \"addressPrefix\": \"10.{index / 250}.{index % 250}.0/24\", \"routeTable\": {IdOf($"routeTables/t{index}")} }}"))},
              {Join(_size, index => Resource("routeTables", $"t{index}", "\"routes\": [ { \"name\": \"d\", \"addressPrefix\": \"0.0.0.0/0\", \"nextHopType\": \"Internet\" } ]"))} ]
            """);

        Assert.Equal(_size, source.Topology!.Network.RouteTables!.Count);
        Survival.Ask(source.Topology);
    }

    [Fact]
    public async Task Subnets_whose_prefixes_are_not_known()
    {
        var source = await Survival.ReadAsync($"[ {VirtualNetwork("v", "10.0.0.0/8", Join(_size * 10, index => $"{{ \"name\": \"s{index}\" }}"))} ]");

        Assert.Contains(source.Diagnostics, finding => finding.Code == "AKSE5011" && finding.Message.Contains("no address prefix", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_group_of_many_addresses_that_many_rules_name()
    {
        var source = await Survival.ReadAsync($"""
            [ {Resource("ipGroups", "i", $"\"ipAddresses\": [ {Join(_size * 10, index => $"\"{10 + index / 65536}.{index / 256 % 256}.{index % 256}.1\"")} ]")},
              {Policy(Join(_size, index => $"{{ \"ruleType\": \"NetworkRule\", \"name\": \"n{index}\", \"ipProtocols\": [ \"TCP\" ], \"sourceIpGroups\": [ \"{Network}/ipGroups/i\" ], \"destinationAddresses\": [ \"*\" ], \"destinationPorts\": [ \"443\" ] }}"))} ]
            """);

        var rules = source.Topology!.Firewall!.Policy!.RuleCollectionGroups![0].Collections.OfType<NetworkRuleCollection>().Single().Rules;
        Assert.Equal(_size, rules.Count);
        Assert.InRange(rules.Sum(rule => rule.Source!.Count), 1, 2_000_000);
        Assert.Equal(rules.Any(rule => rule.Source!.Count == 0), source.Diagnostics.Any(finding => finding.Code == "AKSE5011" && finding.Message.Contains("addresses in all", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Many_public_addresses_and_nat_rules()
    {
        // Four times what Azure takes; a comparison of NAT rules looks at each with each.
        const int size = 1_000;
        var source = await Survival.ReadAsync($"""
            [ {Resource("azureFirewalls", "fw", $"\"ipConfigurations\": [ {Join(size, index => $"{{ \"name\": \"c{index}\", \"publicIPAddress\": {IdOf($"publicIPAddresses/p{index}")} }}")} ], \"firewallPolicy\": {IdOf("firewallPolicies/p")}")},
              {Join(size, index => Resource("publicIPAddresses", $"p{index}", $"\"ipAddress\": \"20.{index / 65536}.{index / 256 % 256}.{index % 256}\""))},
              {Policy(Join(size, index => $"{{ \"ruleType\": \"NatRule\", \"name\": \"n{index}\", \"ipProtocols\": [ \"TCP\" ], \"sourceAddresses\": [ \"*\" ], \"destinationAddresses\": [ \"20.{index / 65536}.{index / 256 % 256}.{index % 256}\" ], \"destinationPorts\": [ \"{1 + index}\" ], \"translatedAddress\": \"10.0.0.9\", \"translatedPort\": \"80\" }}"), "Nat")} ]
            """);

        Assert.Equal(size, source.Topology!.Firewall!.Frontends!.Count);
        Survival.Ask(source.Topology);
    }

    private static string Policy(string rules, string kind = "Filter") =>
        $"{Resource("firewallPolicies", "p")},{Resource("firewallPolicies/ruleCollectionGroups", "p/ruleCollectionGroups/g", $"\"priority\": 100, \"ruleCollections\": [ {{ \"name\": \"c\", \"priority\": 100, \"ruleCollectionType\": \"FirewallPolicy{kind}RuleCollection\", \"action\": {{ \"type\": \"Allow\" }}, \"rules\": [ {rules} ] }} ]")}";

    private static string VirtualNetwork(string name, string space, string subnets, string peerings = "") =>
        Resource("virtualNetworks", name, $"\"addressSpace\": {{ \"addressPrefixes\": [ \"{space}\" ] }}, \"subnets\": [ {subnets} ], \"virtualNetworkPeerings\": [ {peerings} ]");

    private static string Resource(string type, string name, string properties = "\"location\": \"westeurope\"") =>
        $"{{ \"id\": \"{Network}/{type.Split('/')[0]}/{name}\", \"type\": \"Microsoft.Network/{type}\", \"name\": \"{name.Split('/')[^1]}\", {properties} }}";

    private static string IdOf(string resource) => $"{{ \"id\": \"{Network}/{resource}\" }}";

    private static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();

    private static string Join(int count, Func<int, string> item) => string.Join(",", Enumerable.Range(0, count).Select(item));
}
