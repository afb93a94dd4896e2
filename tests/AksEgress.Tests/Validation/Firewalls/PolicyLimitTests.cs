using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;
using AksEgress.Sizing;
using AksEgress.Validation.Firewalls;

namespace AksEgress.Tests.Validation.Firewalls;

/// <summary>Limits too large for an example: what is at the limit is silent, one more is reported, at the first that is too much.</summary>
public sealed class PolicyLimitTests
{
    private static readonly FirewallFacts _facts = FirewallFacts.Known;

    [Fact]
    public void The_limits_are_those_of_the_sources() => Assert.Equal(
        [250, 20_000, 90, 2 * 1024 * 1024, 2000, 1000],
        new[] { _facts.MaxDnat, _facts.MaxAddressPairs, _facts.MaxGroups, _facts.MaxGroupBytes, _facts.MaxCollections, _facts.MaxNetworkRuleHosts }.Select(limit => limit.Value));

    [Fact]
    public void Pairs_of_source_and_destination()
    {
        var half = NetworkRule("half") with { Source = Addresses(100), Destination = [.. Addresses(99).Concat([Addresses(1)[0]])], ServiceTags = [ServiceTag.Parse("AzureMonitor")] };

        // 2 x 100 x 100: an address that is named twice counts once, a service tag once.
        Assert.Empty(Check(Network(half, half with { Name = "second" })));
        var finding = Assert.Single(Check(Network(half, half with { Name = "second" }, NetworkRule("third"), NetworkRule("fourth"))));
        Assert.Equal("AKSE2241", finding.Code);
        Assert.Contains("have 20002 pairs of source and destination; from network rule 'third' on that is more than the 20000", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_of_a_group()
    {
        var collection = Collection("rules", [NetworkRule("a") with { Description = "" }]);
        var free = _facts.MaxGroupBytes.Value - (int)new GroupSize().Of(Topology(Group("g", collection)).Resolve().Firewall!.Policy!.RuleCollectionGroups![0]);

        Assert.Empty(Check(Group("g", Collection("rules", [NetworkRule("a") with { Description = new string('x', free) }]))));
        Assert.Equal(["AKSE2242"], Check(Group("g", Collection("rules", [NetworkRule("a") with { Description = new string('x', free + 1) }]))).Select(finding => finding.Code));
        Assert.Equal(["AKSE2242"], Check(Group("g", Collection("rules", [NetworkRule("a") with { Description = new string('x', free - 1) + "é" }]))).Select(finding => finding.Code));
    }

    [Fact]
    public void The_estimate_of_a_group_is_near_its_JSON()
    {
        var group = Group(
            "g",
            Collection("network", [NetworkRule("a") with { Source = Addresses(50), Ports = [443, PortRange.Any] }]),
            new ApplicationRuleCollection { Name = "application", Priority = 101, Action = RuleAction.Allow, Rules = [new() { Name = "b", Protocols = [ApplicationProtocol.Https], Source = Addresses(1), Fqdns = [.. Enumerable.Range(0, 50).Select(number => FqdnPattern.Parse($"host-{number}.contoso.com"))], FqdnTags = [] }] },
            new DnatRuleCollection { Name = "dnat", Priority = 102, Rules = [new() { Name = "c", Protocols = [RuleProtocol.Tcp], Source = Addresses(50), Destination = [DnatDestination.OfFrontend(1)], Port = 443, TranslatedAddress = Ipv4Address.Parse("10.42.1.10"), TranslatedPort = 443 }] });

        // 3 collections, 50 addresses of 8 to 9 characters twice, 50 hosts of 18 to 19, and about 110 for each rule.
        Assert.InRange(new GroupSize().Of(group), 2800, 3500);
    }

    [Fact]
    public void Groups()
    {
        // The set that is allowed has a group of its own.
        var groups = Enumerable.Range(0, _facts.MaxGroups.Value - 1).Select(number => Group($"group-{number}") with { Priority = 1000 + number }).ToArray();

        Assert.Empty(Check(groups));
        var finding = Assert.Single(Check([.. groups, Group("last") with { Priority = 5000 }]));
        Assert.Equal(("AKSE2243", "The policy has 91 rule collection groups"), (finding.Code, finding.Message[..40]));
    }

    [Fact]
    public void Collections()
    {
        var collections = Enumerable.Range(0, _facts.MaxCollections.Value - 1).Select(number => Collection($"collection-{number}", [NetworkRule("a")]) with { Priority = 1000 + number }).ToArray();

        Assert.Empty(Check(Group("g", collections)));
        Assert.Equal(["AKSE2244"], Check(Group("g", [.. collections, Collection("last", [NetworkRule("a")])])).Select(finding => finding.Code));
    }

    [Fact]
    public void Hosts_of_network_rules()
    {
        var rule = new NetworkRule { Name = "first", Protocols = [RuleProtocol.Tcp], Ports = [22], Fqdns = [.. Enumerable.Range(0, _facts.MaxNetworkRuleHosts.Value).Select(number => Fqdn.Parse($"host-{number}.contoso.com"))] };

        Assert.Empty(Check(Network(rule, rule with { Name = "second", Fqdns = [Fqdn.Parse("host-7.contoso.com")] })));
        var finding = Assert.Single(Check(Network(rule, rule with { Name = "second", Fqdns = [Fqdn.Parse("another.contoso.com")] })));
        Assert.Equal("AKSE2245", finding.Code);
        Assert.Contains("name 1001 hosts; from network rule 'second' on", finding.Message, StringComparison.Ordinal);
    }

    private static ValueList<AddressRange> Addresses(int count) => [.. Enumerable.Range(0, count).Select(number => AddressRange.FromIpv4Address(new(0x0A090000u + (uint)number)))];

    private static NetworkRule NetworkRule(string name) => new() { Name = name, Protocols = [RuleProtocol.Tcp], Source = Addresses(1), Destination = Addresses(1), ServiceTags = [], Fqdns = [], Ports = [22] };

    private static NetworkRuleCollection Collection(string name, ValueList<NetworkRule> rules) => new() { Name = name, Priority = 100, Action = RuleAction.Allow, Rules = rules };

    private static RuleCollectionGroup Group(string name, params RuleCollection[] collections) => new() { Name = name, Priority = 1000, Collections = [.. collections] };

    private static RuleCollectionGroup Network(params NetworkRule[] rules) => Group("g", Collection("rules", [.. rules]));

    private static DiagnosticBag Check(params RuleCollectionGroup[] groups) => Topology(groups).Validate();

    private static EgressTopology Topology(params RuleCollectionGroup[] groups) => SmallTopology.Of("aks-egress") with { Firewall = new() { Policy = new() { RuleCollectionGroups = [.. groups] } } };
}
