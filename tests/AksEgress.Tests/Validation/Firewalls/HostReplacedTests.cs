namespace AksEgress.Tests.Validation.Firewalls;

public sealed class HostReplacedTests
{
    private const string Former = "fqdns: [a.contoso.com, acs-mirror.azureedge.net]";

    [Theory]
    [InlineData(Former, "allow: []\n", "AKSE2239")]
    [InlineData(Former, "allow: [aks]\n", "")]
    [InlineData(Former + "\nfqdns: [packages.aks.azure.com]", "allow: []\n", "")]
    [InlineData(Former + "\nfqdns: ['*.aks.azure.com']", "allow: []\n", "")]
    [InlineData(Former + "\nfqdnTags: [WindowsUpdate]", "allow: []\n", "AKSE2239")]
    [InlineData("fqdns: [a.contoso.com]", "allow: []\n", "")]
    [InlineData(Former, "allow: [akz]\n", "AKSE1012")]
    public void The_new_host_comes_with_the_former(string rules, string rest, string codes) => Assert.Equal(codes, RuleDocument.Codes("application", rules, rest: rest));

    [Fact]
    public void It_is_reported_once_at_the_first_place()
    {
        var document = RuleDocument.Of("application", Former + "\n" + Former, rest: "allow: []\n");
        var finding = Assert.Single(Findings.In(document));
        Assert.Equal((5, "acs-mirror.azureedge.net"), (finding.Span.Line - 1, HelpPage.TextAt(document, finding.Span)));
    }
}
