using AksEgress.Analysis;
using AksEgress.Model;
using AksEgress.Parsing;
using AksEgress.Tests.Analysis.Reference;
using AksEgress.Tests.Infrastructure;
using CsCheck;
using Xunit.Sdk;

namespace AksEgress.Tests.Analysis;

/// <summary>A difference says what two topologies make something else of, and nothing more; the second evaluator is the judge. On a failure CsCheck prints the seed.</summary>
public sealed class DifferenceTests
{
    private const string Walkthrough = "walkthrough.egress.yaml";

    private static readonly int _pairs = LongTests.Wanted ? 1_000 : 30;

    private static readonly Gen<(EgressTopology Before, EgressTopology After)> _changes = Gen.Select(NastyTopologies.Any, NastyTopologies.Any, Gen.Int[0, 3]).Select((one, other, kind) => (one, kind switch
    {
        0 => other,
        1 => one with { Firewall = one.Firewall! with { Policy = other.Firewall!.Policy } },
        2 => one with { Network = other.Network },
        _ => one with { Firewall = one.Firewall! with { Policy = Swap(one.Firewall.Policy!, other.Firewall!.Policy!) } },
    }));

    [Fact]
    public void A_flow_is_in_the_difference_exactly_when_it_becomes_something_else() =>
        Gen.Select(_changes, NastyTagFiles.Any, NastyFlows.Any.Array[LongTests.Wanted ? 1_000 : 200]).Sample(
            (change, tags, flows) =>
            {
                var difference = change.Before.CompareWith(change.After, NastyTagFiles.ToFile(tags));
                var (before, after) = (new ReferenceEvaluator(change.Before, tags), new ReferenceEvaluator(change.After, tags));
                foreach (var flow in flows.Where(flow => IsCompared(flow, change.Before)))
                {
                    if (before.Differs(flow, after) != difference.Covers(flow))
                    {
                        throw new XunitException($"{(difference.Covers(flow) ? "in the difference without one" : "not in the difference")}: {flow}\n{before.Evaluate(flow)}\n{after.Evaluate(flow)}\n{string.Join('\n', difference.Statements)}\n{TopologyText.Of(change.Before.Resolve(), tags)}\n{TopologyText.Of(change.After.Resolve(), tags)}");
                    }
                }
            },
            iter: _pairs);

    [Fact]
    public void What_is_the_same_has_no_difference() =>
        Gen.Select(NastyTopologies.Any, NastyFlows.Any.Array[50]).Sample(
            (topology, flows) =>
            {
                var difference = topology.CompareWith(topology.Resolve());
                Assert.True(difference.IsEmpty);
                Assert.DoesNotContain(flows, flow => flow.From.Address is not null && difference.Covers(flow));
            },
            iter: _pairs);

    [Fact]
    public void Names_and_an_order_that_change_nothing_make_no_difference()
    {
        var before = Read(Walkthrough);
        var after = before with { Rules = [.. before.Rules!.Select(Reverse)], Allow = [.. before.Allow!.Reverse()], Network = before.Network with { Name = "another-name" } };

        Assert.True(before.CompareWith(after).IsEmpty);
    }

    [Theory]
    [InlineData("allow: [aks, ghcr, docker-hub]", "allow: [aks, ghcr, docker-hub, { https: ['*.contoso.com', api.example.com] }]",
        "NewlyAllowed: aks-subnet may now reach *.contoso.com, api.example.com on https/443, rule DefaultApplicationRuleCollectionGroup/allow-application/contoso.com")]
    [InlineData("allow: [aks, ghcr, docker-hub]", "allow: [aks, docker-hub]",
        "NewlyDenied: aks-subnet may no longer reach ghcr.io, pkg-containers.githubusercontent.com on https/443, rule DefaultApplicationRuleCollectionGroup/allow-application/ghcr-registry")]
    [InlineData("publish:\n  - { service: store-front, port: 80,", "publish:\n  - { service: store-front, port: 80, source: [203.0.113.0/24],",
        "PossiblyDenied: AzureFirewallSubnet may perhaps no longer come in at frontend on tcp/80",
        "NewlyDenied: 0.0.0.0-10.42.1.255, 10.42.3.0-203.0.112.255, 203.0.114.0-255.255.255.255 may no longer come in at frontend on tcp/80 (was rule DefaultDnatRuleCollectionGroup/publish/store-front-80)")]
    [InlineData("protocols: [udp], fqdns: [ntp.ubuntu.com], ports: [123]", "protocols: [udp], destination: [20.0.0.0/8], ports: [123]",
        "NewlyAllowed: aks-subnet may now reach 20.0.0.0/8 on udp/123, rule DefaultNetworkRuleCollectionGroup/aksfwnr/time",
        "NewlyDenied: aks-subnet may no longer reach ntp.ubuntu.com at 1.0.0.0-9.255.255.255, ")]
    public void A_change_in_words(string said, string instead, params string[] statements)
    {
        var text = File.ReadAllText(Repository.PathOf("samples", "Walkthrough", Walkthrough));
        Assert.Contains(said, text, StringComparison.Ordinal);

        var difference = Read(Walkthrough).CompareWith(TopologyDocument.Parse(text.Replace(said, instead, StringComparison.Ordinal)).Topology!);

        Assert.Equal(statements.Length, difference.Statements.Count);
        Assert.All(statements.Zip(difference.Statements), pair => Assert.StartsWith(pair.First, $"{pair.Second.Kind}: {pair.Second.Text}", StringComparison.Ordinal));
    }

    [Fact]
    public void Icmp_that_only_perhaps_comes_to_the_firewall_is_not_seen_by_it_for_sure()
    {
        var ping = Asking.Network("ping", 200, RuleAction.Allow, Asking.To("*", "*", RuleProtocol.Icmp));
        EgressTopology With(params RuleCollection[] rules) => Asking.Routed(Asking.Behind(rules), Asking.Route("AzureCloud", NextHopType.VirtualAppliance));

        var difference = With(ping, Asking.Network("all", 100, RuleAction.Allow, Asking.To("*", "1-65535", RuleProtocol.Any))).CompareWith(With(ping));

        Assert.DoesNotContain(difference.Statements, statement => statement.Service.Contains("icmp", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a.contoso.com", "b.contoso.com")]
    [InlineData("b.contoso.com", "a.contoso.com")]
    public void Icmp_to_one_of_the_hosts_of_a_range_of_all_ports_is_another_matter_than_to_the_others(string pinged, string other)
    {
        var hosts = Asking.Network("hosts", 100, RuleAction.Allow, Asking.ToHost(pinged, "1-65535", RuleProtocol.Any) with { Fqdns = [Fqdn.Parse("a.contoso.com"), Fqdn.Parse("b.contoso.com")] });
        var before = Asking.Behind(hosts);

        var difference = before.CompareWith(Asking.Behind(hosts, Asking.Network("ping", 200, RuleAction.Allow, Asking.ToHost(pinged, "*", RuleProtocol.Icmp))));

        var said = string.Join('\n', difference.Statements.Where(statement => statement.Service == "icmp").Select(statement => statement.To));
        Assert.Contains(pinged, said, StringComparison.Ordinal);
        Assert.DoesNotContain(other, said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_range_of_all_ports_that_changes_nothing_for_icmp_is_no_difference_behind_what_is_not_known()
    {
        RuleCollection Deny(string name, int priority, RuleProtocol protocol, string ports) =>
            Asking.Network(name, priority, RuleAction.Deny, new NetworkRule { Name = "rule", Protocols = [protocol], ServiceTags = [ServiceTag.Parse("Storage")], Ports = [PortRange.Parse(ports)] });
        EgressTopology With(params RuleCollection[] rules) => Asking.Routed(
            Asking.Behind([Deny("deny", 100, RuleProtocol.Icmp, "*"), .. rules, Asking.Network("ping", 300, RuleAction.Allow, Asking.To("*", "*", RuleProtocol.Icmp))]),
            Asking.Route("AzureCloud", NextHopType.None), Asking.Route("0.0.0.0/0", NextHopType.VirtualAppliance));

        var difference = With().CompareWith(With(Deny("range", 200, RuleProtocol.Any, "1-65535")));

        Assert.DoesNotContain(difference.Statements, statement => statement.Service.Contains("icmp", StringComparison.Ordinal));
    }

    [Fact]
    public void A_subnet_that_loses_its_route_is_uninspected()
    {
        var before = Read(Walkthrough);
        var after = before with { Network = before.Network with { Subnets = [.. before.Network.Subnets.Select(subnet => subnet.Name == "aks-subnet" ? subnet with { RouteTable = "none" } : subnet)] } };

        var worst = before.CompareWith(after).Statements[0];

        Assert.Equal((DifferenceKind.NewlyUninspected, "aks-subnet", "every public address", "tcp, udp/*, icmp"), (worst.Kind, worst.From, worst.To, worst.Service));
    }

    [Theory]
    [InlineData(ThreatIntelMode.Deny, ThreatIntelMode.Off, DifferenceKind.PossiblyAllowed, "may now pass where rules allow them (threat intelligence: off now, deny before)")]
    [InlineData(ThreatIntelMode.Deny, null, DifferenceKind.PossiblyAllowed, "may now pass where rules allow them (threat intelligence: alert now, deny before)")]
    [InlineData(null, ThreatIntelMode.Off, DifferenceKind.NewlyUninspected, "are no longer logged (threat intelligence: off now, alert before)")]
    [InlineData(ThreatIntelMode.Off, ThreatIntelMode.Alert, DifferenceKind.NewlyInspected, "are logged (threat intelligence: alert now, off before)")]
    [InlineData(ThreatIntelMode.Off, ThreatIntelMode.Deny, DifferenceKind.PossiblyDenied, "may no longer pass, whatever rules allow (threat intelligence: deny now, off before)")]
    public void Another_mode_of_threat_intelligence_is_a_statement(ThreatIntelMode? was, ThreatIntelMode? becomes, DifferenceKind kind, string what)
    {
        EgressTopology With(ThreatIntelMode? mode) => Read(Walkthrough) is var topology ? topology with { Firewall = topology.Firewall! with { ThreatIntelMode = mode } } : null!;

        var difference = With(was).CompareWith(With(becomes));

        var statement = Assert.Single(difference.Statements);
        Assert.Equal((kind, $"flows to and from known bad addresses and hosts {what}"), (statement.Kind, statement.Text));
    }

    [Fact]
    public void The_same_mode_of_threat_intelligence_is_no_difference()
    {
        var topology = Read(Walkthrough);

        Assert.True(topology.CompareWith(topology with { Firewall = topology.Firewall! with { ThreatIntelMode = ThreatIntelMode.Alert } }).IsEmpty);
    }

    [Fact]
    public void Other_frontends_are_another_egress()
    {
        var before = Read(Walkthrough);

        var difference = before.CompareWith(before with { Firewall = before.Firewall! with { Frontends = new() { Count = 3 } } });

        Assert.Equal((20, 3, true), (difference.EgressBefore.Count, difference.EgressAfter.Count, difference.IsEgressChanged));
    }

    private static EgressTopology Read(string document) => TopologyDocument.Parse(File.ReadAllBytes(Repository.PathOf("samples", "Walkthrough", document))).Topology!;

    /// <summary>Flows from the addresses of subnets, and from anywhere but hidden pods to frontends that there are; none to where no network leads.</summary>
    private static bool IsCompared(Flow flow, EgressTopology topology) =>
        flow.From.Address is { } source
        && (flow.To.Frontend is { } frontend ? frontend <= topology.Firewall!.Frontends!.Count && !Cidr.Parse("10.244.0.0/16").Contains(source) : Cidr.Parse("10.42.0.0/21").Contains(source))
        && (flow.To.Address ?? flow.Address)?.ToString().Split('.')[0] is not ("0" or "127" or "224" or "239" or "240" or "255");

    private static FirewallPolicy Swap(FirewallPolicy one, FirewallPolicy other) => one with
    {
        RuleCollectionGroups = [.. one.RuleCollectionGroups!.Skip(1), .. other.RuleCollectionGroups!.Take(1).Select(taken => taken with { Priority = one.RuleCollectionGroups!.Select(known => known.Priority).FirstOrDefault(taken.Priority) })],
    };

    private static RuleCollection Reverse(RuleCollection collection) => collection switch
    {
        NetworkRuleCollection network => network with { Name = "other", Rules = [.. network.Rules.Reverse()] },
        ApplicationRuleCollection application => application with { Rules = [.. application.Rules.Select(rule => rule with { Name = "other-" + rule.Name })] },
        _ => collection,
    };
}
