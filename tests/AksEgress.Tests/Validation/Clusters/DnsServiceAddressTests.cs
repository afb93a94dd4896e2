namespace AksEgress.Tests.Validation.Clusters;

public sealed class DnsServiceAddressTests
{
    [Theory]
    [InlineData("serviceCidr: 172.16.0.0/16, dnsServiceIp: 172.16.0.0", "Write 172.16.0.10.")]
    [InlineData("serviceCidr: 172.16.0.0/16, dnsServiceIp: 172.16.0.1", "Write 172.16.0.10.")]
    [InlineData("serviceCidr: 172.16.0.0/16, dnsServiceIp: 172.16.0.2", null)]
    [InlineData("serviceCidr: 172.16.0.0/16, dnsServiceIp: 172.16.255.255", null)]
    [InlineData("serviceCidr: 172.16.0.0/16, dnsServiceIp: 172.17.0.0", "Write 172.16.0.10.")]
    [InlineData("serviceCidr: 172.16.0.0/16, dnsServiceIp: 172.15.255.255", "Write 172.16.0.10.")]
    [InlineData("serviceCidr: 172.16.0.0/28, dnsServiceIp: 172.16.0.1", "Write 172.16.0.10.")]
    [InlineData("serviceCidr: 172.16.0.0/29, dnsServiceIp: 172.16.0.1", "Choose another one.")]
    [InlineData("serviceCidr: 172.16.0.0/29, dnsServiceIp: 172.16.0.2", null)]
    [InlineData("serviceCidr: 172.16.0.0/29", "Write a larger range, or say dnsServiceIp.")]
    [InlineData("serviceCidr: 172.16.0.0/28", null)]
    [InlineData("serviceCidr: 172.16.0.0/29, dnsServiceIp: []", null)]
    [InlineData("serviceCidr: [], dnsServiceIp: 172.16.0.1", null)]
    public void It_is_inside_the_range_and_not_its_first(string network, string? advice)
    {
        var messages = Findings.In(HelpPage.Complete($"cluster: {{ network: {{ {network} }} }}\n")).Where(finding => finding.Code == "AKSE2415").Select(finding => finding.Message).ToList();

        Assert.Equal(advice is null ? 0 : 1, messages.Count);
        Assert.All(messages, message => Assert.EndsWith(advice!, message, StringComparison.Ordinal));
    }
}
