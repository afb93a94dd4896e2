using AksEgress.Analysis;
using AksEgress.Model;
using static AksEgress.Tests.Analysis.Asking;

namespace AksEgress.Tests.Analysis;

/// <summary>Routes that lead some addresses elsewhere than others.</summary>
public sealed class RouteFlowTests
{
    private static readonly EgressTopology _denying = Behind(Network("network", 100, RuleAction.Deny, To("*", "*", RuleProtocol.Any)));

    [Theory]
    [InlineData("20.60.0.1", Verdict.Depends)]
    [InlineData("20.60.0.2", Verdict.Allow)]
    [InlineData("contoso.com", Verdict.Depends)]
    public void A_service_tags_route_may_lead_to_the_firewall_where_the_others_do_not(string to, Verdict verdict)
    {
        var topology = Routed(_denying, Route("0.0.0.0/0", NextHopType.Internet), Route("AzureCloud", NextHopType.VirtualAppliance), Route("20.60.0.2/32", NextHopType.Internet));

        var answer = topology.Ask(to, FlowProtocol.Tcp, 443);

        AssertEnds(verdict, FlowStage.Route, null, answer);
        Assert.Equal(verdict == Verdict.Depends, answer.DependsOn.Any(dependency => dependency.On.Contains("service tag AzureCloud", StringComparison.Ordinal) && dependency.Rule?.Collection == "network"));
    }

    [Fact]
    public void What_is_unknown_behind_an_unknown_route_is_told_with_it()
    {
        var topology = Routed(Behind(Network("network", 100, RuleAction.Deny, To("20.60.0.0/16", "443", RuleProtocol.Tcp))), Route("0.0.0.0/0", NextHopType.None), Route("AzureCloud", NextHopType.VirtualAppliance));

        var answer = topology.Ask("contoso.com", FlowProtocol.Tcp, 443);

        AssertEnds(Verdict.Deny, FlowStage.Route, null, answer);
        Assert.Contains(answer.Steps, step => step.Text.Contains("service tag AzureCloud holds the address of contoso.com", StringComparison.Ordinal) && step.Text.Contains(" and the address of contoso.com is one of 20.60.0.0/16", StringComparison.Ordinal));
    }

    [Fact]
    public void No_host_has_the_address_of_azures_own_dns()
    {
        var topology = Routed(Behind(Network("network", 100, RuleAction.Deny, To("168.63.129.16", "*", RuleProtocol.Any)), Network("rest", 200, RuleAction.Allow, To("*", "*", RuleProtocol.Any))),
            Route("0.0.0.0/0", NextHopType.VirtualAppliance), Route("168.63.129.16/32", NextHopType.None));

        AssertEnds(Verdict.Allow, FlowStage.Network, "rest", topology.Ask("contoso.com", FlowProtocol.Https, 443));
        AssertEnds(Verdict.Allow, FlowStage.Local, null, topology.Ask("168.63.129.16", FlowProtocol.Udp, 53));
    }

    [Theory]
    [InlineData("0.0.0.0/1", "128.0.0.0/1", Verdict.Allow, "second")]
    [InlineData("0.0.0.0/1", "20.60.0.0/16", Verdict.Depends, null)]
    public void Two_dnat_rules_may_take_every_source_that_comes_back_from_outside(string first, string second, Verdict verdict, string? collection)
    {
        var topology = Routed(
            Behind(Dnat("first", 100, Published(first)), Dnat("second", 200, Published(second))),
            Route("0.0.0.0/0", NextHopType.VirtualAppliance), Route("frontends", NextHopType.Internet));

        AssertEnds(verdict, collection is null ? FlowStage.Default : FlowStage.Dnat, collection, topology.Ask("frontend", FlowProtocol.Tcp, 80, "10.42.1.4"));

        static DnatRule Published(string source) => Publish("frontend", 80, RuleProtocol.Tcp) with { Source = [AddressRange.Parse(source)] };
    }

    [Theory]
    [InlineData(NextHopType.None, Verdict.Deny, FlowStage.Route)]
    [InlineData(NextHopType.VnetLocal, Verdict.Allow, FlowStage.Local)]
    [InlineData(NextHopType.VirtualAppliance, Verdict.Allow, FlowStage.Dnat)]
    [InlineData(NextHopType.Internet, Verdict.Allow, FlowStage.Dnat)]
    public void A_route_for_the_frontends_decides_whether_a_flow_comes_to_them(NextHopType nextHop, Verdict verdict, FlowStage stage)
    {
        var topology = Routed(Behind(Dnat("dnat", 100, Publish("frontend", 80, RuleProtocol.Tcp))), Route("0.0.0.0/0", NextHopType.VirtualAppliance), Route("frontends", nextHop));

        AssertEnds(verdict, stage, stage == FlowStage.Dnat ? "dnat" : null, topology.Ask("frontend", FlowProtocol.Tcp, 80, "10.42.1.4"));
    }

    [Theory]
    [InlineData(NetworkPlugin.Azure, NetworkPluginMode.Overlay, Verdict.Deny)]
    [InlineData(NetworkPlugin.Azure, NetworkPluginMode.NodeSubnet, Verdict.Depends)]
    [InlineData(NetworkPlugin.Kubenet, null, Verdict.Deny)]
    public void Nodes_hide_the_addresses_of_their_pods_with_overlay_and_kubenet_alone(NetworkPlugin plugin, NetworkPluginMode? mode, Verdict verdict)
    {
        var topology = _denying with { Cluster = new() { Network = new() { Plugin = plugin, PluginMode = mode, PodCidr = Cidr.Parse("10.244.0.0/16") } } };

        Assert.Equal(verdict, topology.Ask("20.60.0.1", FlowProtocol.Tcp, 443, "10.244.0.9").Verdict);
    }
}
