using System.Net;
using AksEgress.Knowledge;

namespace AksEgress.Tests.Knowledge;

public sealed class LimitsTests
{
    private static readonly Limits _limits = Limits.Known;

    [Fact]
    public void Priorities_are_100_to_65000() => AssertRange(_limits.Priority, 100, 65000);

    [Fact]
    public void Ports_of_application_rules_are_1_to_64000() => AssertRange(_limits.ApplicationRulePort, 1, 64000);

    [Fact]
    public void Ports_of_dnat_rules_are_1_to_63999() => AssertRange(_limits.DnatRulePort, 1, 63999);

    [Fact]
    public void Numbers()
    {
        Assert.Equal(250, _limits.MaxFrontends.Value);
        Assert.Equal(28, _limits.LargestPublicIPPrefix.Value);
        Assert.Equal(200, _limits.MaxAuthorizedIPRanges.Value);
        Assert.Equal(4, _limits.ReservedAtSubnetStart.Value);
        Assert.Equal(1, _limits.ReservedAtSubnetEnd.Value);
    }

    [Fact]
    public void Subnets_of_the_firewall()
    {
        Assert.Equal(("AzureFirewallSubnet", 26), (_limits.FirewallSubnet.Name, _limits.FirewallSubnet.MaxPrefixLength));
        Assert.Equal(
            ("AzureFirewallManagementSubnet", 26),
            (_limits.FirewallManagementSubnet.Name, _limits.FirewallManagementSubnet.MaxPrefixLength));
    }

    [Fact]
    public void Forbidden_ranges_are_those_that_AKS_keeps_for_itself() =>
        Assert.Equal(
            ["169.254.0.0/16", "172.30.0.0/16", "172.31.0.0/16", "192.0.2.0/24"],
            _limits.ForbiddenRanges.Cidrs);

    [Fact]
    public void Private_ranges_are_those_of_RFC_1918_and_RFC_6598() =>
        Assert.Equal(["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"], _limits.PrivateRanges.Cidrs);

    [Fact]
    public void Default_ranges_of_a_cluster_fit_together()
    {
        var ranges = _limits.DefaultClusterRanges;
        Assert.Equal(("10.0.0.0/16", "10.0.0.10", "10.244.0.0/16"), (ranges.ServiceCidr, ranges.DnsServiceIP, ranges.PodCidr));
        Assert.True(IPNetwork.Parse(ranges.ServiceCidr).Contains(IPAddress.Parse(ranges.DnsServiceIP)));
    }

    [Fact]
    public void Network_contributor_has_the_id_that_Azure_gave_it() =>
        Assert.Equal(new Guid("4d97b98b-1d4f-4787-a291-c67834d212e7"), _limits.NetworkContributor.Id);

    private static void AssertRange(LimitRange range, int min, int max)
    {
        Assert.False(range.Contains(min - 1));
        Assert.True(range.Contains(min));
        Assert.True(range.Contains(max));
        Assert.False(range.Contains(max + 1));
    }
}
