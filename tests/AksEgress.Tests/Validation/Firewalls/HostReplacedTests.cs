namespace AksEgress.Tests.Validation.Firewalls;

public sealed class HostReplacedTests
{
    private const string Former = "fqdns: [a.contoso.com, acs-mirror.azureedge.net]";

    /// <summary>The other hosts that AKS needs.</summary>
    private const string Others = "fqdns: ['*.hcp.eastus.azmk8s.io', mcr.microsoft.com, '*.data.mcr.microsoft.com', mcr-0001.mcr-msedge.net, management.azure.com, login.microsoftonline.com, packages.microsoft.com]";

    [Theory]
    [InlineData(Former, "allow: []\n", "AKSE2239")]
    [InlineData(Former, "allow: [aks]\n", "")]
    [InlineData(Former + "\nfqdns: [packages.aks.azure.com]", "allow: []\n", "")]
    [InlineData(Former + "\nfqdns: ['*.aks.azure.com']", "allow: []\n", "")]
    [InlineData(Former + "\nfqdnTags: [WindowsUpdate]", "allow: []\n", "AKSE2239")]
    [InlineData("fqdns: [a.contoso.com]", "allow: []\n", "AKSE2252")]
    [InlineData(Former, "allow: [akz]\n", "AKSE1012")]
    public void The_new_host_comes_with_the_former(string rules, string rest, string codes) => Assert.Equal(codes, RuleDocument.Codes("application", rules + "\n" + Others, rest: rest));

    [Fact]
    public void A_network_rule_may_allow_the_new_host() => Assert.Equal("", Codes.In(
        "allow: []\nrules:\n  - { collection: a, kind: application, priority: 200, rules: [{ name: a, " + Former + " }, { name: b, " + Others + " }] }\n"
        + "  - { collection: n, kind: network, priority: 200, rules: [{ name: n, protocols: [tcp], ports: [443], fqdns: [packages.aks.azure.com] }] }\n").Replace("AKSE2710", "", StringComparison.Ordinal));

    [Fact]
    public void It_is_reported_once_at_the_first_place()
    {
        var document = RuleDocument.Of("application", Former + "\n" + Former + "\n" + Others, rest: "allow: []\n");
        var finding = Assert.Single(Findings.In(document));
        Assert.Equal((5, "acs-mirror.azureedge.net"), (finding.Span.Line - 1, HelpPage.TextAt(document, finding.Span)));
    }
}
