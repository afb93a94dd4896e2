namespace AksEgress.Tests.Validation;

/// <summary>Rules on the network that have more to say than the two examples of their pages.</summary>
public sealed class SubnetRuleTests
{
    [Theory]
    [InlineData("AzureFirewallSubnet", "10.42.2.0/26", "")]
    [InlineData("AzureFirewallSubnet", "10.42.2.0/27", "AKSE2103")]
    [InlineData("AzureFirewallsubnet", "10.42.2.0/26", "AKSE2102")]
    [InlineData("AzureFirewallSubnet, role: other", "10.42.2.0/26", "AKSE2102")]
    [InlineData("firewall, role: firewall", "10.42.2.0/26", "AKSE2102")]
    [InlineData("firewall", "10.42.2.0/26", "AKSE2101")]
    public void The_firewalls_subnet_has_its_name_and_size(string subnet, string prefix, string codes) =>
        Assert.Equal(codes, Codes($"{{ name: {subnet}, prefix: {prefix} }}"));

    [Fact]
    public void A_misspelt_firewall_subnet_is_recognised()
    {
        var finding = Assert.Single(Findings.In(Document("{ name: AzureFirewalSubnet, prefix: 10.42.2.0/26 }")));

        Assert.Equal("There is no subnet AzureFirewallSubnet, which Azure puts the firewall into. Did you mean it with 'AzureFirewalSubnet'?", finding.Message);
    }

    [Fact]
    public void Each_overlapping_subnet_is_reported_once_whatever_their_order()
    {
        var findings = Findings.In(Document(
            "{ name: AzureFirewallSubnet, prefix: 10.42.2.0/24 }",
            "{ name: inner, prefix: 10.42.8.128/25 }",
            "{ name: other, prefix: 10.42.9.0/24 }",
            "{ name: outer, prefix: 10.42.8.0/24 }",
            "{ name: same, prefix: 10.42.8.0/24 }",
            "{ name: last, prefix: 10.42.8.192/26 }"));

        Assert.Equal(
            [
                ("AKSE2108", "'outer' (10.42.8.0/24) overlaps 'inner' (10.42.8.128/25)"),
                ("AKSE2108", "'same' (10.42.8.0/24) overlaps 'outer' (10.42.8.0/24)"),
                ("AKSE2108", "'last' (10.42.8.192/26) overlaps 'outer' (10.42.8.0/24)"),
            ],
            findings.Select(finding => (finding.Code, finding.Message[..finding.Message.IndexOf(", and", StringComparison.Ordinal)])));
    }

    [Theory]
    [InlineData("10.42.0.0/16", "")]
    [InlineData("10.0.0.0/16", "AKSE2412")]
    [InlineData("10.0.128.0/17", "AKSE2412")]
    [InlineData("172.28.0.0/14", "AKSE2413")]
    [InlineData("172.31.4.0/24", "AKSE2413")]
    public void Address_spaces_keep_out_of_the_clusters_ranges(string space, string codes)
    {
        var findings = Findings.In(HelpPage.Complete($"network:\n  addressSpace: [10.42.0.0/15, {space}]\n  subnets: [{{ name: aks, prefix: 10.42.1.0/24, role: cluster }}, {{ name: AzureFirewallSubnet, prefix: 10.42.2.0/24 }}]\n"));

        Assert.Equal(codes, string.Join(' ', findings.Select(finding => finding.Code).Except(["AKSE2109"])));
    }

    private static string Codes(params string[] subnets) => string.Join(' ', Findings.In(Document(subnets)).Select(finding => finding.Code));

    private static string Document(params string[] subnets) => HelpPage.Complete(
        $"network:\n  addressSpace: [10.42.0.0/16]\n  subnets:\n    - {{ name: aks, prefix: 10.42.1.0/24, role: cluster }}\n{string.Concat(subnets.Select(subnet => $"    - {subnet}\n"))}");
}
