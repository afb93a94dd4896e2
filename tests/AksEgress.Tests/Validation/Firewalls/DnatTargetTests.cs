namespace AksEgress.Tests.Validation.Firewalls;

/// <summary>What a DNAT rule translates to.</summary>
public sealed class DnatTargetTests
{
    [Theory]
    [InlineData("10.42.3.3", "AKSE2234")]
    [InlineData("10.42.3.4", "")]
    [InlineData("10.42.3.254", "")]
    [InlineData("10.42.3.255", "AKSE2234")]
    [InlineData("10.42.2.4", "AKSE2234")]
    [InlineData("10.42.4.0", "AKSE2235")]
    [InlineData("10.42.0.255", "AKSE2235")]
    [InlineData("10.41.3.10", "")]
    [InlineData("198.51.100.7", "")]
    public void An_address_of_the_network_is_one_that_something_can_have(string address, string codes) =>
        Assert.Equal(codes, RuleDocument.Codes("dnat", $"port: 443, translatedAddress: {address}"));

    [Fact]
    public void The_management_subnet_is_the_firewalls_too() =>
        Assert.Equal("AKSE2234", RuleDocument.Codes("dnat", "port: 443, translatedAddress: 10.42.4.10", rest:
            """
            network:
              addressSpace: [10.42.0.0/16]
              subnets:
                - { name: aks-subnet, prefix: 10.42.1.0/24, role: cluster }
                - { name: AzureFirewallManagementSubnet, prefix: 10.42.4.0/26 }
                - { name: AzureFirewallSubnet, prefix: 10.42.2.0/24 }

            """));

    [Fact]
    public void The_address_of_a_published_service_is_said_once() =>
        Assert.Equal("AKSE2607", Findings.Codes(HelpPage.Complete("publish:\n  - { service: web, port: 443, address: 10.42.3.3 }\n")));

    [Fact]
    public void Nothing_is_concluded_from_a_subnet_that_could_not_be_read() =>
        Assert.DoesNotContain("AKSE2235", RuleDocument.Codes("dnat", "port: 443, translatedAddress: 10.42.5.10", rest:
            """
            network:
              addressSpace: [10.42.0.0/16]
              subnets:
                - { name: aks-subnet, prefix: 10.42.1.0/24, role: cluster }
                - { name: AzureFirewallSubnet, prefix: 10.42.2.0/24 }
                - { name: other, prefix: 10.42.5.0.0/24 }

            """), StringComparison.Ordinal);
}
