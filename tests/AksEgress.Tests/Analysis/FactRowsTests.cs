using AksEgress.Analysis;
using AksEgress.Model;
using static AksEgress.Tests.Analysis.Asking;

namespace AksEgress.Tests.Analysis;

/// <summary>What Microsoft's page on rule processing says of order, row by row (azure-facts 2.4), and its worked examples.</summary>
public sealed class FactRowsTests
{
    [Fact]
    public void Example_a_network_rule_for_80_and_443_to_everywhere_beats_an_application_rule_that_denies_google()
    {
        var topology = Behind(
            Network("network", 200, RuleAction.Allow, To("*", "80,443", RuleProtocol.Tcp)),
            Application("application", 100, RuleAction.Deny, Host("google.com")));

        AssertEnds(Verdict.Allow, FlowStage.Network, "network", topology.Ask("google.com", FlowProtocol.Https, 443));
    }

    [Fact]
    public void Example_ssh_is_denied_by_the_collection_of_priority_100_though_that_of_200_allows_it()
    {
        var topology = Behind(
            Network("allow", 200, RuleAction.Allow, To("*", "22", RuleProtocol.Tcp)),
            Network("deny", 100, RuleAction.Deny, To("*", "22", RuleProtocol.Tcp)));

        AssertEnds(Verdict.Deny, FlowStage.Network, "deny", topology.Ask("20.60.0.1", FlowProtocol.Tcp, 22));
    }

    [Fact]
    public void Threat_intelligence_comes_before_all_rules_so_an_answer_assumes_that_it_does_not_know_the_host()
    {
        var topology = Behind(Application("application", 100, RuleAction.Allow, Host("contoso.com")));
        var strict = topology with { Firewall = topology.Firewall! with { ThreatIntelMode = ThreatIntelMode.Deny } };

        Assert.DoesNotContain(topology.Ask("contoso.com", FlowProtocol.Https, 443).Assumptions, text => text.Contains("known bad", StringComparison.Ordinal));
        Assert.Contains(strict.Ask("contoso.com", FlowProtocol.Https, 443).Assumptions, text => text.Contains("known bad", StringComparison.Ordinal));
    }

    [Fact]
    public void All_network_rules_come_before_all_application_rules_whatever_the_priority_of_their_groups()
    {
        var topology = Behind(
            Group("first", 100, Application("application", 100, RuleAction.Deny, Host("*"))),
            Group("last", 65000, Network("network", 65000, RuleAction.Allow, To("*", "443", RuleProtocol.Tcp))));

        AssertEnds(Verdict.Allow, FlowStage.Network, "network", topology.Ask("contoso.com", FlowProtocol.Https, 443));
    }

    [Fact]
    public void All_dnat_rules_come_before_all_network_rules_whatever_the_priority_of_their_groups()
    {
        var topology = Behind(
            Group("first", 100, Network("network", 100, RuleAction.Deny, To("*", "*", RuleProtocol.Any) with { Source = [AddressRange.Any] })),
            Group("last", 65000, Dnat("dnat", 65000, Publish("frontend", 80, RuleProtocol.Tcp))));

        AssertEnds(Verdict.Allow, FlowStage.Dnat, "dnat", topology.Ask("frontend", FlowProtocol.Http, 80, "198.51.100.7"));
    }

    [Fact]
    public void The_group_of_the_lower_priority_comes_first_whatever_the_priorities_of_its_collections()
    {
        var topology = Behind(
            Group("second", 200, Network("allow", 100, RuleAction.Allow, To("*", "22", RuleProtocol.Tcp))),
            Group("first", 150, Network("deny", 65000, RuleAction.Deny, To("*", "22", RuleProtocol.Tcp))));

        AssertEnds(Verdict.Deny, FlowStage.Network, "deny", topology.Ask("20.60.0.1", FlowProtocol.Tcp, 22));
    }

    [Fact]
    public void Within_a_collection_the_first_rule_that_matches_ends_the_evaluation()
    {
        var topology = Behind(Network("network", 100, RuleAction.Allow, To("20.60.0.0/24", "22", RuleProtocol.Tcp) with { Name = "first" }, To("*", "22", RuleProtocol.Tcp) with { Name = "second" }));

        Assert.Equal("first", topology.Ask("20.60.0.1", FlowProtocol.Tcp, 22).Rule?.Name);
        Assert.Equal("second", topology.Ask("20.60.1.0", FlowProtocol.Tcp, 22).Rule?.Name);
    }

    [Theory]
    [InlineData(FlowProtocol.Http, 80, Verdict.Allow, FlowStage.Application)]
    [InlineData(FlowProtocol.Https, 443, Verdict.Allow, FlowStage.Application)]
    [InlineData(FlowProtocol.Tcp, 443, Verdict.Deny, FlowStage.Default)]
    [InlineData(FlowProtocol.Udp, 443, Verdict.Deny, FlowStage.Default)]
    [InlineData(FlowProtocol.Icmp, 0, Verdict.Deny, FlowStage.Default)]
    public void Application_rules_are_asked_for_http_and_https_alone(FlowProtocol protocol, int port, Verdict verdict, FlowStage stage)
    {
        var topology = Behind(Application("application", 100, RuleAction.Allow, Host("*")));

        AssertEnds(verdict, stage, stage == FlowStage.Application ? "application" : null, topology.Ask("contoso.com", protocol, port));
    }

    [Fact]
    public void Application_rules_are_not_asked_where_a_network_rule_matched()
    {
        var topology = Behind(
            Network("network", 200, RuleAction.Deny, To("*", "443", RuleProtocol.Tcp)),
            Application("application", 100, RuleAction.Allow, Host("*")));

        AssertEnds(Verdict.Deny, FlowStage.Network, "network", topology.Ask("contoso.com", FlowProtocol.Https, 443));
    }

    [Fact]
    public void Azures_own_rules_come_last_and_what_they_hold_is_not_known()
    {
        var answer = Behind(Application("application", 100, RuleAction.Allow, Host("contoso.com"))).Ask("a.blob.core.windows.net", FlowProtocol.Https, 443);

        AssertEnds(Verdict.Depends, FlowStage.Default, null, answer);
        Assert.Contains(answer.DependsOn, dependency => dependency is { Stage: FlowStage.Infrastructure, Verdict: Verdict.Allow });
    }

    [Fact]
    public void A_last_application_collection_that_denies_everything_overrides_azures_own_rules()
    {
        var topology = Behind(Application("nothing-else", 65000, RuleAction.Deny, Host("*")));

        AssertEnds(Verdict.Deny, FlowStage.Application, "nothing-else", topology.Ask("a.blob.core.windows.net", FlowProtocol.Https, 443));
    }

    [Fact]
    public void What_no_rule_matches_is_denied()
    {
        var topology = Behind(Application("application", 100, RuleAction.Allow, Host("contoso.com")));

        AssertEnds(Verdict.Deny, FlowStage.Default, null, topology.Ask("example.org", FlowProtocol.Https, 443));
    }

    [Fact]
    public void Application_rules_never_apply_inbound()
    {
        var topology = Behind(Application("application", 100, RuleAction.Allow, Host("*") with { Source = [AddressRange.Any] }));

        AssertEnds(Verdict.Deny, FlowStage.Default, null, topology.Ask("frontend", FlowProtocol.Http, 80, "198.51.100.7"));
    }

    [Theory]
    [InlineData("20.60.0.1")]
    [InlineData("10.99.0.1")]
    public void An_application_rule_matches_the_host_whatever_its_address(string address)
    {
        var topology = Behind(Application("application", 100, RuleAction.Allow, Host("contoso.com")));

        AssertEnds(Verdict.Allow, FlowStage.Application, "application", topology.Ask("contoso.com", FlowProtocol.Https, 443, address: address));
        AssertEnds(Verdict.Deny, FlowStage.Default, null, topology.Ask(address, FlowProtocol.Https, 443));
    }

    [Theory]
    [InlineData("*", FlowProtocol.Icmp, 0, true)]
    [InlineData("*", FlowProtocol.Udp, 53, true)]
    [InlineData("443", FlowProtocol.Tcp, 443, true)]
    [InlineData("443", FlowProtocol.Udp, 443, true)]
    [InlineData("443", FlowProtocol.Tcp, 444, false)]
    [InlineData("443", FlowProtocol.Icmp, 0, false)]
    [InlineData("1-65534", FlowProtocol.Icmp, 0, false)]
    public void Any_protocol_means_tcp_and_udp_where_a_port_is_named(string ports, FlowProtocol protocol, int port, bool matches)
    {
        var topology = Behind(Network("network", 100, RuleAction.Allow, To("*", ports, RuleProtocol.Any)));

        AssertEnds(matches ? Verdict.Allow : Verdict.Deny, matches ? FlowStage.Network : FlowStage.Default, matches ? "network" : null, topology.Ask("20.60.0.1", protocol, port));
    }

    [Theory]
    [InlineData("1-65535", RuleAction.Allow, Verdict.Depends)]
    [InlineData("1-443,444-65535", RuleAction.Allow, Verdict.Depends)]
    [InlineData("1-65535", RuleAction.Deny, Verdict.Deny)]
    public void Of_any_protocol_on_a_range_of_all_ports_nobody_says_whether_icmp_is_among_it(string ports, RuleAction action, Verdict verdict)
    {
        var answer = Behind(Network("network", 100, action, To("*", ports, RuleProtocol.Any))).Ask("20.60.0.1", FlowProtocol.Icmp, 0);

        Assert.Equal((verdict, FlowStage.Default), (answer.Verdict, answer.Stage));
        Assert.Equal(verdict == Verdict.Depends ? [$"allow if Azure Firewall takes a range of all ports for '*' where the protocol is any, which Microsoft does not say, rule {answer.Candidates[0]}"] : [],
            answer.DependsOn.Select(one => $"{DocumentWord.Of(one.Verdict)} if {one.On}, rule {one.Rule}"));
    }

    [Fact]
    public void What_holds_whatever_a_range_of_all_ports_is_taken_for_is_told_once()
    {
        var topology = Behind(
            Network("one", 100, RuleAction.Allow, To("198.51.100.1", "*", RuleProtocol.Icmp)), Network("other", 200, RuleAction.Allow, To("198.51.100.4", "1-65535", RuleProtocol.Any)));

        var bare = topology.Ask("198.51.100.1", FlowProtocol.Icmp, 0);
        AssertEnds(Verdict.Allow, FlowStage.Network, "one", bare);
        Assert.DoesNotContain("range of all ports", string.Concat(bare.Steps), StringComparison.Ordinal);
        var host = topology.Ask("mcr.microsoft.com", FlowProtocol.Icmp, 0);
        Assert.Equal(Verdict.Depends, host.Verdict);
        Assert.Equal(
            [("one", false), ("other", true)],
            host.DependsOn.Select(one => (one.Rule!.Collection, one.On.Contains("range of all ports", StringComparison.Ordinal))).Order());
    }

    [Fact]
    public void A_denial_of_any_protocol_on_a_range_of_all_ports_may_take_icmp_from_a_rule_behind_it()
    {
        var topology = Behind(Network("deny", 100, RuleAction.Deny, To("*", "1-65535", RuleProtocol.Any)), Network("ping", 200, RuleAction.Allow, To("*", "*", RuleProtocol.Icmp)));

        Assert.Equal(Verdict.Depends, topology.Ask("20.60.0.1", FlowProtocol.Icmp, 0).Verdict);
    }

    [Fact]
    public void That_a_host_has_another_address_is_said_also_of_rules_that_perhaps_are_for_icmp() =>
        Assert.Contains(
            Behind(Network("network", 100, RuleAction.Deny, ToHost("a.contoso.com", "1-65535", RuleProtocol.Any)), Network("ping", 200, RuleAction.Allow, To("*", "*", RuleProtocol.Icmp))).Ask("b.contoso.com", FlowProtocol.Icmp, 0).Assumptions,
            assumption => assumption.StartsWith("b.contoso.com has another address than the hosts of network rule g/network/rule", StringComparison.Ordinal));

    [Fact]
    public void Icmp_is_told_why_a_rule_for_any_protocol_on_a_port_is_not_for_it() =>
        Assert.Contains(Behind(Network("network", 100, RuleAction.Allow, To("*", "443", RuleProtocol.Any))).Ask("20.60.0.1", FlowProtocol.Icmp, 0).Steps, step => step.Text.Contains("it is for any, which with a port is tcp and udp, on port 443", StringComparison.Ordinal));

    [Fact]
    public void A_group_of_ones_own_before_the_default_groups_comes_before_their_rules_of_its_kind()
    {
        var topology = Behind(Group("own", 150, Network("deny", 65000, RuleAction.Deny, To("*", "22", RuleProtocol.Tcp)))) with
        {
            Rules = [Network("allow", 100, RuleAction.Allow, To("*", "22,80", RuleProtocol.Tcp))],
        };

        AssertEnds(Verdict.Deny, FlowStage.Network, "deny", topology.Ask("20.60.0.1", FlowProtocol.Tcp, 22));
        AssertEnds(Verdict.Allow, FlowStage.Network, "allow", topology.Ask("20.60.0.1", FlowProtocol.Tcp, 80));
    }

    [Fact]
    public void A_group_that_mixes_kinds_asks_its_network_collections_before_its_application_collections()
    {
        var topology = Behind(
            Application("application", 100, RuleAction.Deny, Host("*")),
            Network("network", 65000, RuleAction.Allow, To("*", "443", RuleProtocol.Tcp)));

        AssertEnds(Verdict.Allow, FlowStage.Network, "network", topology.Ask("contoso.com", FlowProtocol.Https, 443));
    }
}
