namespace AksEgress.Tests.Validation.Breadth;

/// <summary>Network and application rules that leave too much open: one finding for one breadth, the gravest.</summary>
public sealed class BroadRuleTests
{
    [Theory]
    [InlineData("protocols: [any], destination: ['*'], ports: ['*']", "AKSE2703")]
    [InlineData("protocols: [udp], destination: [0.0.0.0/0], ports: [1-65535]", "AKSE2703")]
    [InlineData("protocols: [tcp], destination: [10.9.0.4, '*'], ports: [22, '*']", "AKSE2703")]
    [InlineData("protocols: [tcp], destination: ['*'], ports: [443]", "AKSE2705")]
    [InlineData("protocols: [udp], destination: ['*'], ports: [443]", "AKSE2705")]
    [InlineData("protocols: [tcp], destination: ['*'], ports: [80]", "AKSE2705")]
    [InlineData("protocols: [udp], destination: ['*'], ports: [80]", "AKSE2704")]
    [InlineData("protocols: [tcp], destination: ['*'], ports: [22, 53-80]", "AKSE2705")]
    [InlineData("protocols: [tcp], destination: ['*'], ports: [81-442]", "AKSE2704")]
    [InlineData("protocols: [tcp], destination: ['*'], ports: [2-65535]", "AKSE2705")]
    [InlineData("protocols: [tcp], destination: [AzureCloud], ports: [443]", "AKSE2705")]
    [InlineData("protocols: [tcp], destination: [AzureMonitor, azurecloud.EastUS], ports: [80]", "AKSE2705")]
    [InlineData("protocols: [tcp], destination: [AzureCloud.eastus], ports: ['*']", "AKSE2705")]
    [InlineData("protocols: [tcp], destination: [AzureCloud.eastus], ports: [9000]", "")]
    [InlineData("protocols: [udp], destination: [AzureCloud.eastus], ports: [1194]", "")]
    [InlineData("protocols: [tcp], destination: [AzureMonitor], ports: [443]", "")]
    [InlineData("protocols: [tcp], destination: [10.9.0.0/24], ports: [443]", "")]
    [InlineData("protocols: [tcp], destination: [0.0.0.0/1], ports: [22]", "")]
    [InlineData("protocols: [tcp], destination: [0.0.0.1-255.255.255.255], ports: [22]", "")]
    [InlineData("protocols: [udp], destination: ['*'], ports: [53]", "AKSE2706")]
    [InlineData("protocols: [udp], destination: ['*'], ports: [50-60]", "AKSE2706")]
    [InlineData("protocols: [udp], destination: ['*'], ports: [54-60]", "AKSE2704")]
    [InlineData("protocols: [udp], destination: [10.9.0.4], ports: [53]", "")]
    [InlineData("protocols: [udp], destination: ['*'], ports: [123]", "AKSE2704")]
    [InlineData("protocols: [icmp], destination: ['*'], ports: ['*']", "AKSE2704")]
    [InlineData("protocols: [tcp], destination: [10.9.0.4], ports: ['*']", "AKSE2707")]
    [InlineData("protocols: [tcp], destination: [10.9.0.4], ports: [1-65535]", "AKSE2707")]
    [InlineData("protocols: [tcp], destination: [10.9.0.4], ports: [1-65534]", "")]
    [InlineData("protocols: [tcp], fqdns: [a.contoso.com], ports: ['*']", "AKSE2707")]
    [InlineData("protocols: [icmp], destination: [10.9.0.4], ports: ['*']", "")]
    [InlineData("protocols: [tcp], fqdns: [ghcr.io, a.contoso.com], ports: [443]", "AKSE2710")]
    [InlineData("protocols: [tcp], fqdns: [ghcr.io], ports: [22]", "")]
    [InlineData("protocols: [udp], fqdns: [ntp.ubuntu.com], ports: [123]", "")]
    [InlineData("protocols: [tcp], fqdns: [ntp.ubuntu.com], ports: [443]", "")]
    [InlineData("protocols: [tcp], destination: [Storage], ports: [443]", "AKSE2711")]
    [InlineData("protocols: [tcp], destination: [AzureFrontDoor.Frontend.westeurope], ports: [80]", "AKSE2711")]
    [InlineData("protocols: [tcp], destination: [AzureFrontDoor.FirstParty], ports: [443]", "")]
    [InlineData("protocols: [tcp], destination: [Storage.eastus], ports: [445]", "")]
    public void Network_rules(string rule, string codes)
    {
        Assert.Equal(codes, RuleDocument.Codes("network", rule));
        Assert.Equal("", string.Join(' ', RuleDocument.Codes("network", rule, "deny").Split(' ').Except(["AKSE2752"])));
    }

    [Theory]
    [InlineData("[tcp]", "80", "HTTP, whatever")]
    [InlineData("[tcp]", "443", "HTTPS, whatever")]
    [InlineData("[udp]", "443", "QUIC, whatever")]
    [InlineData("[any]", "443", "HTTPS and QUIC, whatever")]
    [InlineData("[tcp, udp]", "80-443", "HTTP and HTTPS and QUIC, whatever")]
    public void What_passes_is_named_by_ports_and_protocols(string protocols, string ports, string text) =>
        Assert.Contains("reached over " + text, Message($"protocols: {protocols}, destination: ['*'], ports: [{ports}]"), StringComparison.Ordinal);

    [Theory]
    [InlineData("eastus", "AzureCloud.eastus,")]
    [InlineData("norwayeast", "AzureCloud.norwaye,")]
    public void The_region_is_spelled_as_in_service_tags(string location, string text) =>
        Assert.Contains(text, Message("protocols: [tcp], destination: ['*'], ports: [22]", $"location: {location}\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("basic", false)]
    [InlineData("standard", true)]
    public void The_DNS_proxy_is_praised_where_there_is_one(string tier, bool isPraised) =>
        Assert.Equal(isPraised, Message("protocols: [udp], destination: ['*'], ports: [53]", Tier(tier)).Contains("DNS proxy", StringComparison.Ordinal));

    [Theory]
    [InlineData("basic", false)]
    [InlineData("standard", true)]
    public void Hosts_in_network_rules_are_advised_where_they_work(string tier, bool isAdvised)
    {
        var finding = Findings.In(RuleDocument.Of("application", "fqdns: [ntp.ubuntu.com]", rest: Tier(tier))).Single(finding => finding.Code == "AKSE2238");
        Assert.Equal(isAdvised, finding.Message.Contains("fqdns: [ntp", StringComparison.Ordinal));
    }

    private static string Tier(string tier) => $"firewall: {{ tier: {tier}, frontends: {{ count: 2 }} }}\n";

    private static string Message(string rule, string rest = "") =>
        Assert.Single(Findings.In(RuleDocument.Of("network", rule, rest: rest)), finding => finding.Code.StartsWith("AKSE27", StringComparison.Ordinal)).Message;

    [Theory]
    [InlineData("fqdns: ['*']", "AKSE2708")]
    [InlineData("fqdns: [a.contoso.com, '*.com']", "AKSE2708")]
    [InlineData("fqdns: ['*.contoso.com']", "")]
    [InlineData("fqdns: ['*.blob.core.windows.net']", "AKSE2709")]
    [InlineData("fqdns: ['*.core.windows.net']", "AKSE2709")]
    [InlineData("fqdns: ['*.azurecr.io']", "AKSE2709")]
    [InlineData("fqdns: ['*.blob.core.usgovcloudapi.net', '*.blob.core.chinacloudapi.cn']", "AKSE2709 AKSE2709")]
    [InlineData("fqdns: [contoso.blob.core.windows.net, contoso.azurecr.io]", "")]
    [InlineData("fqdns: ['*.contoso.azurecr.io', '*.data.azurecr.io']", "")]
    [InlineData("fqdns: ['*.vault.azure.net']", "")]
    public void Application_rules(string rule, string codes) => Assert.Equal(codes, RuleDocument.Codes("application", rule));

    [Theory]
    [InlineData("['*']", "AKSE2701")]
    [InlineData("[10.42.1.0/24, 0.0.0.0/0]", "AKSE2701")]
    [InlineData("[0.0.0.0-255.255.255.255]", "AKSE2701")]
    [InlineData("[10.0.0.0/8]", "")]
    [InlineData("[0.0.0.0-255.255.255.254]", "")]
    public void Sources(string source, string codes)
    {
        Assert.Equal(codes, RuleDocument.Codes("network", $"protocols: [tcp], source: {source}, destination: [10.9.0.4], ports: [22]"));
        Assert.Equal(codes, RuleDocument.Codes("application", $"source: {source}, fqdns: [a.contoso.com]"));
        Assert.Equal("", RuleDocument.Codes("application", $"source: {source}, fqdns: [a.contoso.com]", "deny"));
    }

    [Fact]
    public void An_entry_of_allow_is_reported_at_its_host()
    {
        var document = HelpPage.Complete("allow: [aks, { http: ['*'] }, { https: [a.contoso.com, '*.azurecr.io'] }]\n");

        Assert.Equal(
            [("AKSE2708", "'*'"), ("AKSE2709", "'*.azurecr.io'")],
            Findings.In(document).Select(finding => (finding.Code, HelpPage.TextAt(document, finding.Span))));
    }
}
