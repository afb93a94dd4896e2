using AksEgress.Analysis;
using AksEgress.Model;
using static AksEgress.Tests.Analysis.Asking;

namespace AksEgress.Tests.Analysis;

/// <summary>What Azure's documents say of when a rule matches, row by row (azure-facts 2.5).</summary>
public sealed class FactRowsMatchingTests
{
    [Fact]
    public void No_application_rule_of_a_policy_is_for_mssql()
    {
        var topology = Behind(Application("application", 100, RuleAction.Allow, Host("*", new ApplicationProtocol(ApplicationProtocolType.Https, 1433))));

        AssertEnds(Verdict.Deny, FlowStage.Default, null, topology.Ask("contoso.com", FlowProtocol.Mssql, 1433));
    }

    [Theory]
    [InlineData(FlowProtocol.Https, 8443, true)]
    [InlineData(FlowProtocol.Https, 443, false)]
    [InlineData(FlowProtocol.Http, 8443, false)]
    public void An_application_rule_matches_its_protocol_on_its_port(FlowProtocol protocol, int port, bool matches)
    {
        var topology = Behind(Application("application", 100, RuleAction.Allow, Host("contoso.com", new ApplicationProtocol(ApplicationProtocolType.Https, 8443))));

        Assert.Equal(matches ? Verdict.Allow : Verdict.Deny, topology.Ask("contoso.com", protocol, port).Verdict);
    }

    [Theory]
    [InlineData("contoso.com", "contoso.com", true)]
    [InlineData("contoso.com", "CONTOSO.com.", true)]
    [InlineData("contoso.com", "www.contoso.com", false)]
    [InlineData("*.contoso.com", "www.contoso.com", true)]
    [InlineData("*.contoso.com", "a.b.contoso.com", true)]
    [InlineData("*.contoso.com", "contoso.com", false)]
    [InlineData("*.contoso.com", "evilcontoso.com", false)]
    [InlineData("*contoso.com", "contoso.com", true)]
    [InlineData("*contoso.com", "evilcontoso.com", true)]
    [InlineData("*contoso.com", "www.contoso.com", true)]
    [InlineData("*contoso.com", "contoso.com.example.org", false)]
    [InlineData("*", "example.org", true)]
    public void A_wildcard_stands_at_the_left_for_labels_and_parts_of_one(string pattern, string host, bool matches)
    {
        var topology = Behind(Application("application", 100, RuleAction.Allow, Host(pattern)));

        Assert.Equal(matches ? Verdict.Allow : Verdict.Deny, topology.Ask(host, FlowProtocol.Https, 443).Verdict);
    }

    [Theory]
    [InlineData(FlowProtocol.Udp, Verdict.Allow)]
    [InlineData(FlowProtocol.Tcp, Verdict.Deny)]
    public void A_network_rule_for_a_host_matches_it_through_the_dns_proxy(FlowProtocol protocol, Verdict verdict)
    {
        var topology = Behind(Network("network", 100, RuleAction.Allow, ToHost("ntp.contoso.com", "123", RuleProtocol.Udp)));

        Assert.Equal(verdict, topology.Ask("ntp.contoso.com", protocol, 123).Verdict);
        Assert.Equal(Verdict.Deny, topology.Ask("ntp.example.org", protocol, 123).Verdict);
    }

    [Theory]
    [InlineData(false, "10.42.2.4")]
    [InlineData(true, "10.42.2.5")]
    [InlineData(true, "10.42.2.4", "10.42.2.5")]
    [InlineData(true)]
    public void A_network_rule_for_a_host_is_unpredictable_where_clients_do_not_ask_the_dns_proxy(bool proxy, params string[] servers)
    {
        var topology = Behind(Network("network", 100, RuleAction.Allow, ToHost("ntp.contoso.com", "123", RuleProtocol.Udp)));
        topology = topology with
        {
            Network = topology.Network with { DnsServers = servers.Select(Ipv4Address.Parse).ToValueList() },
            Firewall = topology.Firewall! with { Dns = new() { Proxy = proxy } },
        };

        AssertEnds(Verdict.Depends, FlowStage.Default, null, topology.Ask("ntp.contoso.com", FlowProtocol.Udp, 123));
    }

    [Theory]
    [InlineData("*", "20.60.0.1", true)]
    [InlineData("20.60.0.1", "20.60.0.1", true)]
    [InlineData("20.60.0.1", "20.60.0.2", false)]
    [InlineData("20.60.0.0/24", "20.60.0.0", true)]
    [InlineData("20.60.0.0/24", "20.60.0.255", true)]
    [InlineData("20.60.0.0/24", "20.60.1.0", false)]
    [InlineData("20.60.0.1-20.60.0.9", "20.60.0.1", true)]
    [InlineData("20.60.0.1-20.60.0.9", "20.60.0.9", true)]
    [InlineData("20.60.0.1-20.60.0.9", "20.60.0.10", false)]
    public void A_network_rule_matches_addresses_prefixes_and_ranges(string destination, string address, bool matches)
    {
        var topology = Behind(Network("network", 100, RuleAction.Allow, To(destination, "22", RuleProtocol.Tcp)));

        Assert.Equal(matches ? Verdict.Allow : Verdict.Deny, topology.Ask(address, FlowProtocol.Tcp, 22).Verdict);
    }

    [Fact]
    public void A_network_rule_with_a_service_tag_may_match_any_public_address()
    {
        var topology = Behind(Network("network", 100, RuleAction.Allow, To("10.99.0.0/24", "22", RuleProtocol.Tcp) with { Destination = [], ServiceTags = [ServiceTag.Parse("AzureCloud.eastus")] }));

        Assert.Equal(Verdict.Depends, topology.Ask("20.60.0.1", FlowProtocol.Tcp, 22).Verdict);
        Assert.Equal(Verdict.Deny, topology.Ask("10.99.0.1", FlowProtocol.Tcp, 22).Verdict);
    }

    [Theory]
    [InlineData("10.42.1.4", Verdict.Allow)]
    [InlineData("10.42.1.5", Verdict.Deny)]
    [InlineData("aks-subnet", Verdict.Depends)]
    public void A_rule_matches_its_sources(string from, Verdict verdict)
    {
        ValueList<AddressRange> source = [AddressRange.Parse("10.42.1.4")];
        var topology = Behind(
            Network("network", 100, RuleAction.Allow, To("*", "22", RuleProtocol.Tcp) with { Source = source }),
            Application("application", 200, RuleAction.Allow, Host("*") with { Source = source }));

        Assert.Equal(verdict, topology.Ask("20.60.0.1", FlowProtocol.Tcp, 22, from).Verdict);
        Assert.Equal(verdict, topology.Ask("contoso.com", FlowProtocol.Https, 443, from).Verdict);
    }

    [Theory]
    [InlineData(RuleProtocol.Tcp, FlowProtocol.Tcp)]
    [InlineData(RuleProtocol.Tcp, FlowProtocol.Http)]
    [InlineData(RuleProtocol.Tcp, FlowProtocol.Https)]
    [InlineData(RuleProtocol.Tcp, FlowProtocol.Mssql)]
    [InlineData(RuleProtocol.Udp, FlowProtocol.Udp)]
    [InlineData(RuleProtocol.Icmp, FlowProtocol.Icmp)]
    public void A_network_rule_matches_its_protocol_and_what_runs_over_it(RuleProtocol protocol, FlowProtocol spoken)
    {
        var topology = Behind(Network("network", 100, RuleAction.Allow, To("*", "443", protocol)));

        Assert.Equal(Verdict.Allow, topology.Ask("20.60.0.1", spoken, spoken == FlowProtocol.Icmp ? 0 : 443).Verdict);
        Assert.Equal(Verdict.Deny, topology.Ask("20.60.0.1", protocol == RuleProtocol.Udp ? FlowProtocol.Tcp : FlowProtocol.Udp, 443).Verdict);
    }

    [Theory]
    [InlineData("8", RuleAction.Allow, true)]
    [InlineData("8", RuleAction.Deny, true)]
    [InlineData("1-65535", RuleAction.Allow, true)]
    [InlineData("8,*", RuleAction.Allow, false)]
    public void That_ports_mean_nothing_to_icmp_is_told_where_an_answer_takes_it_for_true(string ports, RuleAction action, bool isTold)
    {
        var topology = Behind(Network("network", 100, action, To("10.9.0.4", ports, RuleProtocol.Icmp)));

        Assert.Equal(isTold, topology.Ask("10.9.0.4", FlowProtocol.Icmp, 0).Assumptions.Any(assumption => assumption.StartsWith("Network rule g/network/rule is for ICMP whatever its ports, ", StringComparison.Ordinal)));
        Assert.DoesNotContain(topology.Ask("10.9.0.4", FlowProtocol.Tcp, 8).Assumptions, assumption => assumption.Contains("ICMP", StringComparison.Ordinal));
        Assert.DoesNotContain(topology.Ask("10.9.0.5", FlowProtocol.Icmp, 0).Assumptions, assumption => assumption.Contains("whatever", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(FlowProtocol.Tcp, 80, Verdict.Allow)]
    [InlineData(FlowProtocol.Http, 80, Verdict.Allow)]
    [InlineData(FlowProtocol.Tcp, 81, Verdict.Deny)]
    [InlineData(FlowProtocol.Udp, 80, Verdict.Deny)]
    [InlineData(FlowProtocol.Icmp, 0, Verdict.Deny)]
    public void A_dnat_rule_matches_its_protocol_on_its_one_port(FlowProtocol protocol, int port, Verdict verdict)
    {
        var topology = Behind(Dnat("dnat", 100, Publish("frontend", 80, RuleProtocol.Tcp)));

        Assert.Equal(verdict, topology.Ask("frontend", protocol, port, "198.51.100.7").Verdict);
    }

    [Theory]
    [InlineData("frontend-2", "frontend-2", "198.51.100.7", FlowStage.Dnat)]
    [InlineData("frontend-2", "frontend", "198.51.100.7", FlowStage.Default)]
    [InlineData("20.60.0.1", "20.60.0.1", "any pod", FlowStage.Dnat)]
    [InlineData("20.60.0.1", "20.60.0.2", "any pod", FlowStage.Default)]
    [InlineData("10.42.2.4", "10.42.2.4", "any pod", FlowStage.Dnat)]
    [InlineData("10.42.2.4", "10.42.2.5", "any pod", FlowStage.Local)]
    public void A_dnat_rule_matches_a_public_address_of_the_firewall_or_its_private_one(string destination, string to, string from, FlowStage stage)
    {
        var topology = Behind(Dnat("dnat", 100, Publish(destination, 80, RuleProtocol.Tcp)));

        Assert.Equal(stage, topology.Ask(to, FlowProtocol.Tcp, 80, from).Stage);
    }

    [Theory]
    [InlineData("198.51.100.7", Verdict.Allow)]
    [InlineData("198.51.100.8", Verdict.Deny)]
    public void A_dnat_rule_matches_its_sources(string from, Verdict verdict)
    {
        var topology = Behind(Dnat("dnat", 100, Publish("frontend", 80, RuleProtocol.Tcp) with { Source = [AddressRange.Parse("198.51.100.7")] }));

        Assert.Equal(verdict, topology.Ask("frontend", FlowProtocol.Tcp, 80, from).Verdict);
    }

    [Fact]
    public void Quic_is_not_filtered_by_host()
    {
        var topology = Behind(Application("application", 100, RuleAction.Allow, Host("contoso.com")));

        AssertEnds(Verdict.Deny, FlowStage.Default, null, topology.Ask("contoso.com", FlowProtocol.Udp, 443));
    }
}
