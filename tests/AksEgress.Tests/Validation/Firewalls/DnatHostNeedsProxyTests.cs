namespace AksEgress.Tests.Validation.Firewalls;

public sealed class DnatHostNeedsProxyTests
{
    private const string Basic =
        """
        firewall: { tier: Basic }
        network:
          addressSpace: [10.42.0.0/16]
          subnets:
            - { name: aks-subnet, prefix: 10.42.1.0/24, role: cluster }
            - { name: AzureFirewallSubnet, prefix: 10.42.2.0/24 }
            - { name: AzureFirewallManagementSubnet, prefix: 10.42.4.0/26 }

        """;

    [Theory]
    [InlineData("port: 443, translatedFqdn: web.contoso.internal", "firewall: { dns: { proxy: false } }\n", "AKSE2249")]
    [InlineData("port: 443, translatedFqdn: web.contoso.internal", "firewall: { dns: { proxy: true } }\n", "")]
    [InlineData("port: 443, translatedFqdn: web.contoso.internal", "firewall: { dns: { proxy: perhaps } }\n", "AKSE1011")]
    [InlineData("port: 443, translatedAddress: 10.42.3.10", "firewall: { dns: { proxy: false } }\n", "")]
    [InlineData("port: 443, translatedFqdn: web.contoso.internal", Basic, "AKSE2249")]
    public void The_proxy_resolves_the_host(string rule, string rest, string codes) =>
        Assert.Equal(codes, RuleDocument.Codes("dnat", rule, rest: rest));

    [Fact]
    public void Tier_Basic_has_no_proxy_to_turn_on() => Assert.EndsWith(
        "Write 'translatedAddress', or take tier Standard.",
        Assert.Single(Findings.In(RuleDocument.Of("dnat", "port: 443, translatedFqdn: web.contoso.internal", rest: Basic))).Message,
        StringComparison.Ordinal);
}
