namespace AksEgress.Tests.Validation.Firewalls;

public sealed class DnatIntoClusterTests
{
    [Theory]
    [InlineData("10.0.0.15", "", "AKSE2253")]
    [InlineData("10.0.255.255", "", "AKSE2253")]
    [InlineData("10.1.0.0", "", "")]
    [InlineData("10.244.0.15", "", "AKSE2253")]
    [InlineData("10.244.0.15", "cluster: { network: { plugin: azure, pluginMode: nodeSubnet } }\n", "")]
    [InlineData("192.168.0.15", "cluster: { network: { serviceCidr: 192.168.0.0/24 } }\n", "AKSE2253")]
    [InlineData("10.42.3.10", "", "")]
    public void Only_the_cluster_knows_its_ranges(string address, string cluster, string codes) =>
        Assert.Equal(
            codes,
            string.Join(' ', Findings.In(HelpPage.Complete($"{cluster}rules: [{{ collection: dnat, kind: dnat, priority: 200, rules: [{{ name: web, port: 80, translatedAddress: {address} }}] }}]\n"))
                .Select(finding => finding.Code).Where(code => code == "AKSE2253")));
}
