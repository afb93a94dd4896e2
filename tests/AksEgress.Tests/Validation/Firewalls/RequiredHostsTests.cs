namespace AksEgress.Tests.Validation.Firewalls;

/// <summary>What AKS needs, by tag, by hosts, or by rules that are too wide anyway.</summary>
public sealed class RequiredHostsTests
{
    private const string Hosts = "mcr.microsoft.com, '*.data.mcr.microsoft.com', mcr-0001.mcr-msedge.net, management.azure.com, login.microsoftonline.com, packages.microsoft.com, packages.aks.azure.com";

    [Theory]
    [InlineData("application", "fqdnTags: [azurekubernetesservice], protocols: [https, http]", "")]
    [InlineData("application", "fqdnTags: [WindowsUpdate]", "AKSE2252")]
    [InlineData("application", "fqdns: [" + Hosts + ", '*.hcp.eastus.azmk8s.io']", "")]
    [InlineData("application", "fqdns: [" + Hosts + ", mine-1234.hcp.eastus.azmk8s.io]", "")]
    [InlineData("application", "fqdns: [" + Hosts + ", '*.azmk8s.io']", "")]
    [InlineData("application", "fqdns: [" + Hosts + ", '*.hcp.westus.azmk8s.io']", "AKSE2252")]
    [InlineData("application", "fqdns: [" + Hosts + ", '*.hcp.eastus.azmk8s.io'], protocols: ['https:8443']", "AKSE2252")]
    [InlineData("application", "fqdns: ['*']", "")]
    [InlineData("application", "fqdns: [akse..]", "")]
    [InlineData("network", "protocols: [tcp], destination: ['*'], ports: [443]", "")]
    [InlineData("network", "protocols: [tcp], destination: [AzureCloud.eastus], ports: [1-65535]", "")]
    [InlineData("network", "protocols: [tcp], destination: [AzureCloud.eastus], ports: [9000]", "AKSE2252")]
    [InlineData("network", "protocols: [udp], destination: ['*'], ports: [443]", "AKSE2252")]
    [InlineData("network", "protocols: [tcp], destination: [198.51.100.0/24], ports: [443]", "AKSE2252")]
    public void Some_rule_allows_what_nodes_need(string kind, string rule, string codes) => Assert.Equal(codes, Of(RuleDocument.Of(kind, rule, rest: "allow: []\n")));

    [Theory]
    [InlineData("", "AKSE2252")]
    [InlineData("cluster: { outboundType: loadBalancer }\n", "")]
    [InlineData("cluster: { outboundType: loadBlancer }\n", "")]
    [InlineData("cloud: usGovernment\n", "AKSE2252")]
    [InlineData("cloud: chyna\n", "")]
    public void Only_a_cluster_behind_the_firewall_needs_rules(string rest, string codes) => Assert.Equal(codes, Of(HelpPage.Complete("allow: [ghcr]\n" + rest)));

    [Theory]
    [InlineData("allow: [akz]\n")]
    [InlineData("allow: []\nrules:\n  - { collection: a, kind: application, priority: 200, rules: 7 }\n")]
    [InlineData("allow: []\nfirewall: 7\n")]
    public void Nothing_is_concluded_from_what_could_not_be_read(string rest) => Assert.Equal("", Of(HelpPage.Complete(rest)));

    [Theory]
    [InlineData("public", "eastus")]
    [InlineData("usGovernment", "usgovvirginia")]
    [InlineData("china", "chinanorth3")]
    public void The_set_is_enough_in_every_cloud(string cloud, string location) => Assert.Equal("", Of(HelpPage.Complete($"allow: [aks]\ncloud: {cloud}\nlocation: {location}\n")));

    [Fact]
    public void A_private_cluster_needs_no_API_server_by_host() => Assert.Equal(
        "",
        Of(RuleDocument.Of("application", $"fqdns: [{Hosts}]", rest: "allow: []\ncluster: { privateCluster: true }\n")));

    [Fact]
    public void Only_what_is_missing_is_named() => Assert.StartsWith(
        "No rule allows *.hcp.eastus.azmk8s.io over HTTPS,",
        Assert.Single(Findings.In(RuleDocument.Of("application", $"fqdns: [{Hosts}]", rest: "allow: []\n"))).Message,
        StringComparison.Ordinal);

    private static string Of(string document) => string.Join(' ', Findings.In(document).Select(finding => finding.Code).Where(code => code == "AKSE2252"));
}
