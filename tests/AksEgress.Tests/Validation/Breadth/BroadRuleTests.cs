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
    [InlineData("protocols: [tcp], destination: [0.0.0.0/1, 128.0.0.0/1], ports: [22]", "AKSE2704")]
    [InlineData("protocols: [tcp], destination: [128.0.0.0-255.255.255.255, 0.0.0.0-128.0.0.9], ports: [443]", "AKSE2705")]
    [InlineData("protocols: [any], destination: [0.0.0.0/2, 64.0.0.0/2, 128.0.0.0/1], ports: ['*']", "AKSE2703")]
    [InlineData("protocols: [udp], destination: [0.0.0.0/1, 128.0.0.0/1], ports: [53]", "AKSE2706")]
    [InlineData("protocols: [tcp], destination: [0.0.0.0/1, 0.0.0.0-127.255.255.255], ports: [22]", "")]
    [InlineData("protocols: [tcp], destination: [0.0.0.0/1, 0.0.0.0/1, 128.0.0.1-255.255.255.255], ports: [22]", "")]
    [InlineData("protocols: [tcp], destination: [0.0.0.0/1, 128.0.0.1-255.255.255.255], ports: [22]", "")]
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
        Assert.Equal(isAdvised, finding.Message.Contains("under 'fqdns'", StringComparison.Ordinal));
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
    [InlineData("fqdns: ['*.vault.azure.net', '*.servicebus.windows.net', '*.azurewebsites.net', '*.database.windows.net']", "AKSE2709 AKSE2709 AKSE2709 AKSE2709")]
    [InlineData("fqdns: ['*.queue.core.windows.net', '*.documents.azure.com', '*.cognitiveservices.azure.com', '*.azure.com']", "AKSE2709 AKSE2709 AKSE2709 AKSE2709")]
    [InlineData("fqdns: [mine.vault.azure.net, '*.mine.servicebus.windows.net', '*.monitor.azure.com']", "")]
    public void Application_rules(string rule, string codes) => Assert.Equal(codes, RuleDocument.Codes("application", rule));

    [Theory]
    [InlineData("['*']", "AKSE2701")]
    [InlineData("[10.42.1.0/24, 0.0.0.0/0]", "AKSE2701")]
    [InlineData("[0.0.0.0-255.255.255.255]", "AKSE2701")]
    [InlineData("[128.0.0.0/1, 0.0.0.0/1]", "AKSE2701")]
    [InlineData("[10.0.0.0/8]", "")]
    [InlineData("[0.0.0.0-255.255.255.254]", "")]
    public void Sources(string source, string codes)
    {
        Assert.Equal(codes, RuleDocument.Codes("network", $"protocols: [tcp], source: {source}, destination: [10.9.0.4], ports: [22]"));
        Assert.Equal(codes, RuleDocument.Codes("application", $"source: {source}, fqdns: [a.contoso.com]"));
        Assert.Equal("", RuleDocument.Codes("application", $"source: {source}, fqdns: [a.contoso.com]", "deny"));
    }

    [Fact]
    public void A_set_holds_its_wildcards_by_its_name() => Assert.Equal("", Codes.In("allow: [aks, key-vault]\n"));

    [Theory]
    [InlineData("'*.blob.core.windows.net'", true)]
    [InlineData("'*.vault.azure.net'", false)]
    public void Registries_are_named_where_they_matter(string host, bool isNamed) => Assert.Equal(
        isNamed, Assert.Single(Findings.In(RuleDocument.Of("application", $"fqdns: [{host}]"))).Message.Contains("dedicated data endpoints", StringComparison.Ordinal));

    [Theory]
    [InlineData("standard", "123", "Name the time server, ntp.ubuntu.com, under 'fqdns': the firewall's DNS proxy resolves it; or add 'ubuntu-time' under allow.")]
    [InlineData("basic", "123", "Name the addresses of the time servers; ntp.ubuntu.com by its name needs tier Standard with the DNS proxy on.")]
    [InlineData("standard", "123, 124", "Name addresses, a service tag such as AzureCloud.eastus, or hosts.")]
    public void Who_opens_the_time_to_everybody_is_shown_the_time_server(string tier, string ports, string advice) =>
        Assert.EndsWith(advice, Message($"protocols: [udp], destination: ['*'], ports: [{ports}]", Tier(tier)), StringComparison.Ordinal);

    [Theory]
    [InlineData("AzureCloud.eastus", "[tcp]", "443", true)]
    [InlineData("AzureCloud.eastus", "[tcp]", "80", false)]
    [InlineData("'*'", "[tcp]", "443", false)]
    public void The_annotation_is_named_where_the_API_server_may_be_meant(string destination, string protocols, string ports, bool isNamed) => Assert.Equal(
        isNamed, Message($"protocols: {protocols}, destination: [{destination}], ports: [{ports}]").Contains("kubernetes.azure.com/set-kube-service-host-fqdn: \"true\"", StringComparison.Ordinal));

    [Theory]
    [InlineData("[tcp]", "443", "allow the host by an application rule.")]
    [InlineData("[udp]", "123", "name its addresses under 'destination': an application rule does not match udp 123.")]
    [InlineData("[tcp]", "1433", "name its addresses under 'destination': an application rule does not match tcp 1433.")]
    public void What_an_application_rule_cannot_match_is_not_advised(string protocols, string ports, string advice)
    {
        var rule = RuleDocument.Of("network", $"protocols: {protocols}, fqdns: [api.contoso.com], ports: [{ports}]", rest: "firewall: { dns: { proxy: false }, frontends: { count: 2 } }\n");
        Assert.EndsWith(advice, Assert.Single(Findings.In(rule)).Message, StringComparison.Ordinal);
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
