using AksEgress.Diagnostics;

namespace AksEgress.Tests.Validation.Dns;

/// <summary>Who asks whom for names, and whether the questions arrive.</summary>
public sealed class DnsRuleTests
{
    [Theory]
    [InlineData("[10.42.1.9]", "")]
    [InlineData("[168.63.129.16]", "")]
    [InlineData("[10.42.2.4]", "")]
    [InlineData("[10.9.0.4]", "")]
    [InlineData("[100.64.0.4]", "")]
    [InlineData("[8.8.0.4]", "AKSE2505")]
    [InlineData("[10.9.0.4, 8.8.0.4, 8.8.0.5]", "AKSE2505 AKSE2505")]
    public void Servers_outside_need_a_rule(string servers, string codes) => Assert.Equal(codes, In(servers));

    [Theory]
    [InlineData("protocols: [udp], destination: [8.8.0.4], ports: [53]", "")]
    [InlineData("protocols: [any], destination: ['*'], ports: ['*']", "AKSE2703")]
    [InlineData("protocols: [udp], destination: [8.8.0.0-8.8.0.4], ports: [50-53]", "")]
    [InlineData("protocols: [udp], destination: [8.8.0.0-8.8.0.3], ports: [53]", "AKSE2505")]
    [InlineData("protocols: [udp], destination: [8.8.0.5-8.8.0.9], ports: [53]", "AKSE2505")]
    [InlineData("protocols: [udp], destination: [8.8.0.4], ports: [54]", "AKSE2505")]
    [InlineData("protocols: [udp], destination: [8.8.0.4], ports: [50-52]", "AKSE2505")]
    [InlineData("protocols: [tcp], destination: [8.8.0.4], ports: [53]", "AKSE2505")]
    [InlineData("protocols: [udp], destination: [AzureCloud.EastUS], ports: [53]", "")]
    [InlineData("protocols: [udp], destination: [AzureCloud.EastUS], ports: [54]", "AKSE2505")]
    public void A_rule_lets_questions_through(string rule, string codes) =>
        Assert.Equal(codes, In("[8.8.0.4]", $"rules: [{{ collection: dns, kind: network, priority: 200, rules: [{{ name: dns, {rule} }}] }}]\n"));

    [Theory]
    [InlineData("{ prefix: 8.8.0.0/16, nextHopType: virtualNetworkGateway }", "AKSE2313")]
    [InlineData("{ prefix: 8.8.0.0/16, nextHopIpAddress: 10.42.1.200 }", "AKSE2313")]
    [InlineData("{ prefix: 8.8.0.0/16 }", "AKSE2505")]
    [InlineData("{ prefix: 8.8.0.0/16, nextHopType: none }", "AKSE2505")]
    [InlineData("{ prefix: 8.9.0.0/16, nextHopType: none }", "AKSE2505")]
    public void A_route_past_the_firewall_needs_no_rule(string route, string codes) =>
        Assert.Equal(codes, In("[8.8.0.4]", "", $"  routeTables: [{{ name: nodes, routes: [{{ prefix: 0.0.0.0/0 }}, {route}] }}]\n"));

    [Fact]
    public void Other_outbound_types_need_no_rule() => Assert.Equal("AKSE2443", In("[8.8.0.4]", "cluster: { outboundType: loadBalancer }\n"));

    [Theory]
    [InlineData("dns: { proxy: true }", "[10.42.1.9]", "AKSE2503")]
    [InlineData("dns: { proxy: true }", "[]", "AKSE2503")]
    [InlineData("dns: { proxy: true }", "[10.42.1.9, 10.42.2.4]", "")]
    [InlineData("dns: { proxy: false }", "[10.42.1.9]", "")]
    [InlineData("dns: {}", "[10.42.1.9]", "")]
    [InlineData("dns: { servers: [10.42.2.4] }", "[10.42.2.4]", "AKSE2506")]
    [InlineData("dns: { servers: [10.42.2.5] }", "[10.42.2.4]", "")]
    public void The_proxy_is_asked_and_asks_others(string firewall, string servers, string codes) => Assert.Equal(codes, In(servers, $"firewall: {{ {firewall} }}\n"));

    [Fact]
    public void Who_is_told_to_ask_the_firewall_is_not_told_to_open_others() =>
        Assert.Equal("AKSE2501", In("[8.8.0.4]", "rules: [{ collection: time, kind: network, priority: 200, rules: [{ name: time, protocols: [udp], fqdns: [ntp.ubuntu.com], ports: [123] }] }]\n"));

    [Theory]
    [InlineData("[10.42.1.9]", DiagnosticSeverity.Info)]
    [InlineData("[10.9.0.4, 10.42.2.4]", DiagnosticSeverity.Info)]
    [InlineData("[8.8.0.4]", DiagnosticSeverity.Warning)]
    [InlineData("[10.42.1.9, 168.63.129.16]", DiagnosticSeverity.Warning)]
    [InlineData("[]", DiagnosticSeverity.Warning)]
    public void Servers_of_ones_own_may_forward_to_the_firewall(string servers, DiagnosticSeverity severity)
    {
        var finding = Assert.Single(Findings.In(HelpPage.Complete(
            $"network:\n  addressSpace: [10.42.0.0/16]\n  dnsServers: {servers}\n  subnets: [{{ name: aks, prefix: 10.42.1.0/24, role: cluster }}, {{ name: AzureFirewallSubnet, prefix: 10.42.2.0/24 }}]\nallow: [aks, ubuntu-time]\n")));

        Assert.Equal(("AKSE2501", severity, severity == DiagnosticSeverity.Info), (finding.Code, finding.Severity, finding.Message.Contains("unless those servers forward", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("tier: standard", "give the servers to the firewall (firewall.dns.servers).")]
    [InlineData("dns: { proxy: false }", "leave dnsServers out for Azure's own DNS.")]
    [InlineData("tier: basic", "leave dnsServers out for Azure's own DNS.")]
    public void The_advice_suits_the_firewall(string firewall, string advice) => Assert.EndsWith(advice, Assert.Single(Findings.In(HelpPage.Complete(
        $"firewall: {{ {firewall} }}\nnetwork:\n  addressSpace: [10.42.0.0/16]\n  dnsServers: [8.8.0.4]\n  subnets: [{{ name: aks, prefix: 10.42.1.0/24, role: cluster }}, {{ name: AzureFirewallSubnet, prefix: 10.42.2.0/24 }}, {{ name: AzureFirewallManagementSubnet, prefix: 10.42.3.0/24 }}]\n")),
        finding => finding.Code == "AKSE2505").Message, StringComparison.Ordinal);

    [Fact]
    public void Tier_basic_has_no_servers_at_all() =>
        Assert.Equal("AKSE2206", Codes.InNetwork("{ name: aks-subnet, prefix: 10.42.1.0/24, role: cluster }|{ name: AzureFirewallManagementSubnet, prefix: 10.42.3.0/24 }", "firewall: { tier: basic, dns: { servers: [10.42.2.4] } }\n"));

    private static string In(string servers, string rest = "", string tables = "") =>
        Codes.InNetwork("{ name: aks-subnet, prefix: 10.42.1.0/24, role: cluster }", rest, $"  dnsServers: {servers}\n{tables}");
}
