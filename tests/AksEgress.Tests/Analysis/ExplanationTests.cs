using AksEgress.Analysis;
using AksEgress.Analysis.Explanation;
using AksEgress.Model;
using static AksEgress.Tests.Analysis.Asking;

namespace AksEgress.Tests.Analysis;

/// <summary>What answers say of the way to them: the conditions that they name are the ones that count.</summary>
public sealed class ExplanationTests
{
    private static readonly EgressTopology _denying = Behind(Network("network", 100, RuleAction.Deny, To("*", "*", RuleProtocol.Any)));

    [Fact]
    public void An_address_that_a_route_takes_is_none_of_those_that_longer_prefixes_take()
    {
        var answer = Routed(_denying, Route("0.0.0.0/1", NextHopType.VirtualAppliance), Route("128.0.0.0/2", NextHopType.Internet), Route("192.0.0.0/2", NextHopType.VirtualAppliance)).Ask("contoso.com", FlowProtocol.Tcp, 443);

        Assert.Equal(Verdict.Depends, answer.Verdict);
        Assert.Contains(answer.DependsOn, one => one.On == "the address of contoso.com is one of 128.0.0.0-172.15.255.255, 172.32.0.0-191.255.255.255");
    }

    [Theory]
    [InlineData("contoso.com")]
    [InlineData("20.60.0.1")]
    public void Every_service_tag_that_may_steer_to_the_firewall_is_named(string to)
    {
        var answer = Routed(_denying, Route("0.0.0.0/0", NextHopType.Internet), Route("Storage", NextHopType.VirtualAppliance), Route("Sql", NextHopType.VirtualAppliance)).Ask(to, FlowProtocol.Tcp, 443);

        Assert.Equal(Verdict.Depends, answer.Verdict);
        Assert.All(["service tag Storage", "service tag Sql"], tag => Assert.Contains(answer.DependsOn, one => one.On.Contains(tag, StringComparison.Ordinal) && one.Rule?.Collection == "network"));
    }

    [Fact]
    public void A_dnat_rule_that_may_match_is_told()
    {
        var answer = Routed(Behind(Dnat("dnat", 100, Publish("frontend", 80, RuleProtocol.Tcp) with { Source = [AddressRange.Parse("20.0.0.0/8")] })), Route("0.0.0.0/0", NextHopType.VirtualAppliance), Route("frontends", NextHopType.Internet))
            .Ask("frontend", FlowProtocol.Tcp, 80);

        Assert.Equal(
            ["Allows it if the source address outside is one that the rule takes.", "No rule matches for certain."],
            answer.Steps.Where(step => step.Stage == FlowStage.Dnat).Select(step => step.Text));
    }

    [Fact]
    public void What_a_verdict_hangs_on_counts_once_whatever_the_sources()
    {
        var tag = new NetworkRule { Name = "tag", Protocols = [RuleProtocol.Tcp], ServiceTags = [ServiceTag.Parse("Storage")], Ports = [PortRange.Parse("443")] };
        var half = To("10.99.0.0/16", "443", RuleProtocol.Tcp) with { Source = [AddressRange.Parse("10.42.1.0/25")] };

        var answer = Behind(Network("network", 100, RuleAction.Allow, tag, half)).Ask("20.60.0.1", FlowProtocol.Tcp, 443, "aks-subnet");

        Assert.Equal("Unless service tag Storage holds 20.60.0.1, no rule of the firewall matches, and the firewall denies what no rule allows.", answer.Because);
    }

    [Fact]
    public void Sources_that_fare_differently_are_told_apart()
    {
        var half = To("20.60.0.0/16", "443", RuleProtocol.Tcp) with { Source = [AddressRange.Parse("10.42.1.0/25")] };

        var answer = Behind(Network("network", 100, RuleAction.Allow, half)).Ask("20.60.0.1", FlowProtocol.Tcp, 443, "aks-subnet");

        Assert.Equal((Verdict.Depends, "Rules or routes tell the source addresses apart."), (answer.Verdict, answer.Because));
    }

    [Fact]
    public void A_rule_that_may_match_is_one_that_could_match()
    {
        var answer = Behind(Network("network", 100, RuleAction.Allow, ToHost("ntp.ubuntu.com", "123", RuleProtocol.Udp))) is { Firewall: { } firewall } topology
            ? (topology with { Firewall = firewall with { Dns = new() { Proxy = false } } }).Ask("ntp.ubuntu.com", FlowProtocol.Udp, 123)
            : null;

        Assert.Equal(
            ["Allows it if the firewall resolves ntp.ubuntu.com to the address that the client uses.", "No rule matches for certain."],
            answer!.Steps.Where(step => step.Stage == FlowStage.Network).Select(step => step.Text));
    }

    [Fact]
    public void The_nearest_rule_is_found_among_many()
    {
        var rules = Enumerable.Range(1, 300).Select(number => To("20.60.0.0/16", "8443", RuleProtocol.Udp) with { Name = $"rule-{number}" });

        var answer = Behind(Network("network", 100, RuleAction.Allow, [.. rules, To("20.60.0.0/16", "444", RuleProtocol.Tcp) with { Name = "near", Source = [AddressRange.Any] }])).Ask("20.61.0.1", FlowProtocol.Tcp, 444);

        Assert.Contains(answer.Steps, step => step.Text == "No rule matches; nearest is g/network/near, but 20.61.0.1 is not surely one of its destinations 20.60.0.0/16.");
    }

    [Fact]
    public void What_a_verdict_hangs_on_stands_in_the_order_of_the_rules()
    {
        var tag = new NetworkRule { Name = "tag", Protocols = [RuleProtocol.Tcp], ServiceTags = [ServiceTag.Parse("Storage")], Ports = [PortRange.Parse("443")] };
        var topology = Behind(
            Network("network", 100, RuleAction.Allow, tag, ToHost("contoso.com", "443", RuleProtocol.Tcp) with { Name = "host" }, tag with { Name = "last", ServiceTags = [ServiceTag.Parse("Sql")] }),
            Application("application", 100, RuleAction.Allow, Tagged("second", "Beta"), Tagged("first", "Alpha"), Tagged("third", "Beta") with { Source = [AddressRange.Any] }));

        var answer = (topology with { Firewall = topology.Firewall! with { Dns = new() { Proxy = false } } }).Ask("contoso.com", FlowProtocol.Https, 443);

        Assert.Equal(["tag", "host", "last", "first", "third"], answer.DependsOn.Select(one => one.Rule!.Name));

        // The tag of the third rule is first met in a rule for other sources.
        static ApplicationRule Tagged(string name, string tag) => new() { Name = name, Source = [AddressRange.Parse(name == "second" ? "10.9.9.9" : "*")], FqdnTags = [FqdnTag.Parse(tag)] };
    }

    [Fact]
    public void A_flow_to_the_firewall_itself_does_not_stay_unseen() =>
        Assert.Equal("It ends at the firewall itself; no rule decides about it.", _denying.Ask("10.42.2.4", FlowProtocol.Udp, 53).Because);

    [Theory]
    [InlineData(RuleAction.Allow, Verdict.Allow)]
    [InlineData(RuleAction.Deny, Verdict.Depends)]
    public void Routes_of_an_address_in_no_subnet_are_not_known(RuleAction action, Verdict verdict)
    {
        var answer = Behind(Network("network", 100, action, To("*", "443", RuleProtocol.Tcp) with { Source = [AddressRange.Any] })).Ask("20.60.0.1", FlowProtocol.Tcp, 443, "10.24.1.5");

        AssertEnds(verdict, FlowStage.Route, null, answer);
        Assert.Contains("10.24.1.5 is in no subnet of the topology", answer.Because + string.Concat(answer.DependsOn.Select(one => one.On)), StringComparison.OrdinalIgnoreCase);
        Assert.Contains(answer.Steps, step => step.Text.Contains("the routes of 10.24.1.5, which is in no subnet of the topology, lead to the firewall", StringComparison.Ordinal));
    }

    [Fact]
    public void Many_frontends_are_shortened()
    {
        Assert.Equal("a, a-2", FlowAnswerText.Shorten(["a", "a-2"]));
        Assert.Equal("a … -20 (20 addresses)", FlowAnswerText.Shorten([.. Enumerable.Range(1, 20).Select(number => number == 1 ? "a" : $"a-{number}")]));
    }
}
