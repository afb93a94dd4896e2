namespace AksEgress.Tests.Validation.Dns;

/// <summary>Who asks whom for names, and whether the questions arrive.</summary>
public sealed class DnsRuleTests
{
    [Theory]
    [InlineData("[10.42.1.9]", "")]
    [InlineData("[168.63.129.16]", "")]
    [InlineData("[10.42.2.4]", "")]
    [InlineData("[10.9.0.4]", "AKSE2505")]
    [InlineData("[10.9.0.4, 10.9.0.5]", "AKSE2505 AKSE2505")]
    public void Servers_outside_need_a_rule(string servers, string codes) => Assert.Equal(codes, In(servers));

    [Theory]
    [InlineData("protocols: [udp], destination: [10.9.0.4], ports: [53]", "")]
    [InlineData("protocols: [any], destination: ['*'], ports: ['*']", "AKSE2703")]
    [InlineData("protocols: [udp], destination: [10.9.0.0-10.9.0.4], ports: [50-53]", "")]
    [InlineData("protocols: [udp], destination: [10.9.0.0-10.9.0.3], ports: [53]", "AKSE2505")]
    [InlineData("protocols: [udp], destination: [10.9.0.5-10.9.0.9], ports: [53]", "AKSE2505")]
    [InlineData("protocols: [udp], destination: [10.9.0.4], ports: [54]", "AKSE2505")]
    [InlineData("protocols: [udp], destination: [10.9.0.4], ports: [50-52]", "AKSE2505")]
    [InlineData("protocols: [tcp], destination: [10.9.0.4], ports: [53]", "AKSE2505")]
    public void A_rule_lets_questions_through(string rule, string codes) =>
        Assert.Equal(codes, In("[10.9.0.4]", $"rules: [{{ collection: dns, kind: network, priority: 200, rules: [{{ name: dns, {rule} }}] }}]\n"));

    [Theory]
    [InlineData("{ prefix: 10.9.0.0/16, nextHopType: virtualNetworkGateway }", "")]
    [InlineData("{ prefix: 10.9.0.0/16, nextHopIpAddress: 10.42.1.200 }", "")]
    [InlineData("{ prefix: 10.9.0.0/16 }", "AKSE2505")]
    [InlineData("{ prefix: 10.9.0.0/16, nextHopType: none }", "AKSE2505")]
    [InlineData("{ prefix: 10.8.0.0/16, nextHopType: virtualNetworkGateway }", "AKSE2505")]
    public void A_route_past_the_firewall_needs_no_rule(string route, string codes) =>
        Assert.Equal(codes, In("[10.9.0.4]", "", $"  routeTables: [{{ name: nodes, routes: [{{ prefix: 0.0.0.0/0 }}, {route}] }}]\n"));

    [Fact]
    public void Other_outbound_types_need_no_rule() => Assert.Equal("", In("[10.9.0.4]", "cluster: { outboundType: loadBalancer }\n"));

    [Theory]
    [InlineData("dns: { proxy: true }", "[10.42.1.9]", "AKSE2503")]
    [InlineData("dns: { proxy: true }", "[]", "AKSE2503")]
    [InlineData("dns: { proxy: true }", "[10.42.1.9, 10.42.2.4]", "")]
    [InlineData("dns: { proxy: false }", "[10.42.1.9]", "")]
    [InlineData("dns: {}", "[10.42.1.9]", "")]
    [InlineData("dns: { servers: [10.42.2.4] }", "[10.42.2.4]", "AKSE2506")]
    [InlineData("dns: { servers: [10.42.2.5] }", "[10.42.2.4]", "")]
    public void The_proxy_is_asked_and_asks_others(string firewall, string servers, string codes) => Assert.Equal(codes, In(servers, $"firewall: {{ {firewall} }}\n"));

    private static string In(string servers, string rest = "", string tables = "") =>
        Codes.InNetwork("{ name: aks-subnet, prefix: 10.42.1.0/24, role: cluster }", rest, $"  dnsServers: {servers}\n{tables}");
}
