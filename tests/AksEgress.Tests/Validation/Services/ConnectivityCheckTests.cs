using AksEgress.Diagnostics;

namespace AksEgress.Tests.Validation.Services;

/// <summary>What the connectivity check expects, against what the rules say.</summary>
public sealed class ConnectivityCheckTests
{
    private const string Image = "image: mcr.microsoft.com/curl:8";

    [Theory]
    [InlineData("curl:8", "AKSE2618")]
    [InlineData("curlimages/curl:8", "AKSE2618")]
    [InlineData("docker.io/curlimages/curl:8", "AKSE2618")]
    [InlineData("ghcr.io/contoso/curl:8", "AKSE2618")]
    [InlineData("mcr.microsoft.com/curl:8", "")]
    [InlineData("contoso.azurecr.io/curl:8", "AKSE2618")]
    [InlineData("mcrprod.azurecr.io/curl:8", "")]
    [InlineData("other.microsoft.com/curl:8", "")]
    [InlineData("registry.example.com:5000/curl:8", "AKSE2618")]
    [InlineData("'a b'", "AKSE2604")]
    public void Nodes_pull_the_image_through_the_firewall(string image, string codes) => Assert.Equal(codes, Codes.In($"connectivityCheck: {{ image: {image} }}\n"));

    [Theory]
    [InlineData("allow: [aks, docker-hub]\n", "")]
    [InlineData("allow: [aks, { https: ['*.docker.io'] }]\n", "")]
    [InlineData("allow: [aks, { https: ['*.docker..io'] }]\n", "AKSE2006")]
    [InlineData("rules: [{ collection: a, kind: network, priority: 200, rules: [{ name: x, protocols: [tcp], destination: [20.1.2.3], ports: [443] }] }]\n", "")]
    [InlineData("rules: [{ collection: a, kind: network, priority: 200, rules: [{ name: x, protocols: [tcp], destination: [20.1.2.3], ports: [22] }] }]\n", "AKSE2618")]
    [InlineData("rules: [{ collection: a, kind: network, priority: 200, rules: [{ name: x, protocols: [tcp], destination: [AzureMonitor], ports: [443] }] }]\n", "")]
    [InlineData("rules: [{ collection: a, kind: application, priority: 200, rules: [{ name: x, fqdnTags: [WindowsUpdate] }] }]\n", "")]
    [InlineData("cluster: { outboundType: loadBalancer }\n", "AKSE2443")]
    public void What_may_be_allowed_is_not_reported(string rest, string codes) => Assert.Equal(codes, Codes.In("connectivityCheck: { image: curl:8 }\n" + rest));

    [Fact]
    public void The_port_is_no_part_of_the_registrys_host() =>
        Assert.Equal("", Codes.In("connectivityCheck: { image: 'registry.example.com:5000/curl:8' }\nallow: [aks, { https: [registry.example.com], port: 5000 }]\n"));

    [Theory]
    [InlineData("ghcr.io", "AKSE2619", DiagnosticSeverity.Warning)]
    [InlineData("api.contoso.com", "AKSE2619", DiagnosticSeverity.Info)]
    public void Hosts_that_may_be_private_are_an_info(string host, string code, DiagnosticSeverity severity)
    {
        var finding = Assert.Single(Findings.In(HelpPage.Complete($"connectivityCheck: {{ {Image}, allowed: {host} }}\n")));
        Assert.Equal((code, severity, severity == DiagnosticSeverity.Info), (finding.Code, finding.Severity, finding.Message.Contains("unless its address is private", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("mcr.microsoft.com", "")]
    [InlineData("mine.hcp.eastus.azmk8s.io", "")]
    [InlineData("ghcr..io", "AKSE2006")]
    public void An_expected_host_may_be_in_the_tag(string host, string codes) => Assert.Equal(codes, Codes.In($"connectivityCheck: {{ {Image}, allowed: {host} }}\n"));

    [Theory]
    [InlineData("{ prefix: 20.0.0.0/8, nextHopType: internet }", "AKSE2313")]
    [InlineData("{ prefix: 192.168.0.0/16, nextHopType: virtualNetworkGateway }", "AKSE2619")]
    public void A_route_past_the_firewall_may_lead_there(string route, string codes) =>
        Assert.Equal(codes, Codes.InRoutes("{ prefix: 0.0.0.0/0 }, " + route, $"connectivityCheck: {{ {Image}, allowed: ghcr.io }}\n"));

    [Theory]
    [InlineData("application", "fqdns: [example.com]", "AKSE2620")]
    [InlineData("application", "fqdns: [www.example.com]", "")]
    [InlineData("application", "fqdns: [example.com], protocols: [http]", "")]
    [InlineData("application", "fqdns: [example.com], protocols: ['https:8443']", "")]
    [InlineData("application", "fqdns: [example.com], source: [10.42.3.0/24]", "")]
    [InlineData("application", "fqdns: [example.com], source: [10.42.0.0/16]", "AKSE2620")]
    [InlineData("application", "fqdns: [example.com], source: [10.42.0.0/16, 10.42.0.0/33]", "AKSE2002")]
    [InlineData("application", "fqdns: ['*']", "AKSE2620 AKSE2708")]
    [InlineData("network", "protocols: [tcp], fqdns: [example.com], ports: [443]", "AKSE2620")]
    [InlineData("network", "protocols: [tcp], destination: ['*'], ports: [443]", "AKSE2620 AKSE2705")]
    [InlineData("network", "protocols: [tcp], destination: [0.0.0.0/0], ports: [22]", "AKSE2704")]
    public void A_denied_host_is_allowed_by_a_rule(string kind, string rule, string codes) => Assert.Equal(
        codes, string.Join(' ', RuleDocument.Codes(kind, rule, rest: $"connectivityCheck: {{ {Image} }}\n").Split(' ').Order(StringComparer.Ordinal)));

    [Fact]
    public void A_rule_that_denies_may_come_first() => Assert.Equal("", Codes.In(
        $"connectivityCheck: {{ {Image} }}\nallow: [aks, {{ https: [example.com, a.contoso.com] }}]\nrules: [{{ collection: a, kind: network, priority: 200, action: deny, rules: [{{ name: x, protocols: [tcp], destination: [93.184.0.0/16], ports: [443] }}] }}]\n"));
}
