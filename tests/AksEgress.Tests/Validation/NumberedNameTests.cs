namespace AksEgress.Tests.Validation;

/// <summary>Names that the frontends are numbered by, against those that are said beside them.</summary>
public sealed class NumberedNameTests
{
    private const string Network = "network:\n  addressSpace: [10.42.0.0/16]\n  subnets: [{ name: aks-subnet, prefix: 10.42.1.0/24, role: cluster }, { name: AzureFirewallSubnet, prefix: 10.42.2.0/26 }, { name: AzureFirewallManagementSubnet, prefix: 10.42.2.64/26 }]\n";

    [Theory]
    [InlineData("frontends: { count: 3, name: out }, managementPublicIpName: OUT-3", "AKSE2022")]
    [InlineData("frontends: { count: 3, name: out }, managementPublicIpName: out-4", "")]
    [InlineData("frontends: { count: 3, name: out }, managementPublicIpName: out-1", "")]
    [InlineData("frontends: { name: out }, managementPublicIpName: out", "AKSE2022")]
    [InlineData("frontends: { count: 2, configurationName: out }, managementConfigurationName: out-2", "AKSE2022")]
    [InlineData("frontends: { prefixLength: 30, name: out }, managementPublicIpName: out-4", "AKSE2022")]
    [InlineData("frontends: { name: aks-egress-fwmgmtpublicip }", "AKSE2022")]
    [InlineData("frontends: { count: 2, name: x- }", "AKSE2019")]
    [InlineData("frontends: { count: 2, configurationName: x- }", "AKSE2019")]
    public void The_management_interface_is_not_called_as_a_frontend(string firewall, string codes) => Assert.Equal(codes, Codes(Network + $"firewall: {{ {firewall} }}\n"));

    [Theory]
    [InlineData("{ count: 3 }", "{ name: x, prefix: frontends }, { name: X-3, prefix: 198.51.100.0/24 }", "AKSE2309")]
    [InlineData("{ count: 3 }", "{ name: x-2, prefix: 198.51.100.0/24 }, { name: x, prefix: frontends }", "AKSE2309")]
    [InlineData("{ count: 3 }", "{ name: x-4, prefix: 198.51.100.0/24 }, { name: x, prefix: frontends }", "")]
    [InlineData("{ count: 3 }", "{ name: aks-egress-fwinternet-2, prefix: 198.51.100.0/24 }, { prefix: frontends }", "AKSE2309")]
    [InlineData("{ prefixLength: 30 }", "{ name: x-2, prefix: 198.51.100.0/24 }, { name: x, prefix: frontends }", "")]
    [InlineData("{ count: 3 }", "{ name: x, prefix: frontends }, { name: y, prefix: frontends }", "AKSE2310")]
    [InlineData("{ count: 3 }", "{ name: x-, prefix: frontends }", "AKSE2019")]
    public void No_route_is_called_as_one_of_those_to_the_frontends(string frontends, string routes, string codes) =>
        Assert.Equal(codes, Codes(Network.Insert(Network.IndexOf("  subnets", StringComparison.Ordinal), $"  routeTables: [{{ routes: [{{ prefix: 0.0.0.0/0 }}, {routes}] }}]\n") + $"firewall: {{ frontends: {frontends} }}\n"));

    private static string Codes(string document) => string.Join(' ', Findings.In(HelpPage.Complete(document)).Select(finding => finding.Code));
}
