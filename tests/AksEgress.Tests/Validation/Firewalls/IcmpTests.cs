namespace AksEgress.Tests.Validation.Firewalls;

/// <summary>ICMP in network rules: to hosts, to the Internet, and with ports.</summary>
public sealed class IcmpTests
{
    [Theory]
    [InlineData("protocols: [icmp], destination: [10.9.0.4], ports: ['*']", "")]
    [InlineData("protocols: [icmp], destination: [172.32.0.1], ports: ['*']", "AKSE2247")]
    [InlineData("protocols: [icmp], destination: [172.16.0.0-172.32.0.1], ports: ['*']", "")]
    [InlineData("protocols: [icmp], destination: [100.64.0.1, 198.51.100.7], ports: ['*']", "AKSE2247")]
    [InlineData("protocols: [icmp], destination: [9.255.255.255-10.0.0.0], ports: ['*']", "")]
    [InlineData("protocols: [icmp], destination: [10.255.255.255-11.0.0.1], ports: ['*']", "")]
    [InlineData("protocols: [icmp], destination: [11.0.0.0-11.0.0.1], ports: ['*']", "AKSE2247")]
    [InlineData("protocols: [icmp], destination: [AzureMonitor], ports: ['*']", "AKSE2247")]
    [InlineData("protocols: [tcp, icmp], destination: [AzureMonitor], ports: [443]", "AKSE2247")]
    [InlineData("protocols: [tcp], destination: [AzureMonitor], ports: [443]", "")]
    [InlineData("protocols: [icmp], fqdns: [a.contoso.com], ports: ['*']", "AKSE2246")]
    [InlineData("protocols: [icmp], destination: [10.9.0.4], ports: [8]", "AKSE2248")]
    [InlineData("protocols: [icmp], destination: [10.9.0.4], ports: [1-65534]", "AKSE2248")]
    [InlineData("protocols: [icmp], destination: [10.9.0.4], ports: [1-65535]", "")]
    [InlineData("protocols: [icmp], destination: [10.9.0.4], ports: []", "AKSE2214")]
    [InlineData("protocols: [icmp, tcp], destination: [10.9.0.4], ports: [8]", "")]
    public void Icmp_has_no_ports_and_no_Internet(string rule, string codes) => Assert.Equal(codes, RuleDocument.Codes("network", rule));

    [Theory]
    [InlineData("198.51.100.70", "")]
    [InlineData("198.51.101.7", "AKSE2247")]
    public void A_network_may_have_public_addresses_of_its_own(string address, string codes) =>
        Assert.Equal(codes, RuleDocument.Codes("network", $"protocols: [icmp], destination: [{address}], ports: ['*']", rest:
            """
            network:
              addressSpace: [10.42.0.0/16, 198.51.100.0/24]
              subnets:
                - { name: aks-subnet, prefix: 10.42.1.0/24, role: cluster }
                - { name: AzureFirewallSubnet, prefix: 10.42.2.0/24 }

            """));

    [Fact]
    public void Icmp_to_the_Internet_may_be_denied() =>
        Assert.Equal("", RuleDocument.Codes("network", "protocols: [icmp], destination: [AzureMonitor, 198.51.100.7], ports: ['*']", "deny"));
}
