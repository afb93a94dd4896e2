namespace AksEgress.Tests.Validation.Firewalls;

public sealed class WildcardWithoutDotTests
{
    [Theory]
    [InlineData("fqdns: ['*.contoso.com']", "")]
    [InlineData("fqdns: [contoso.com]", "")]
    [InlineData("fqdns: ['*contoso.com']", "AKSE2231")]
    [InlineData("fqdns: ['*-contoso.com']", "AKSE2231")]
    [InlineData("fqdns: ['*blob.core.windows.net']", "AKSE2709")]
    [InlineData("fqdns: ['*azurecr.io']", "AKSE2709")]
    [InlineData("fqdns: [a.contoso.com, '*contoso.com', '*contoso.org']", "AKSE2231 AKSE2231")]
    public void Only_a_dot_ends_a_wildcard(string rule, string codes) => Assert.Equal(codes, RuleDocument.Codes("application", rule));

    [Theory]
    [InlineData("*contoso.com", "covers evilcontoso.com too, which somebody else may own. Write '*.contoso.com' for subdomains, and 'contoso.com' for the domain itself.")]
    [InlineData("*-contoso.com", "covers evil-contoso.com too, which somebody else may own. Name the hosts.")]
    [InlineData("*-prod.contoso.com", "covers every host whose name ends in '-prod.contoso.com', whatever is in front. Name the hosts.")]
    [InlineData("*api.contoso.com", "covers every host whose name ends in 'api.contoso.com', whatever is in front. Name the hosts.")]
    [InlineData("*-prod.blob.core.windows.net", "covers evil-prod.blob.core.windows.net too, which somebody else may own. Name the hosts.")]
    [InlineData("*contoso.azurecr.io", "covers evilcontoso.azurecr.io too, which somebody else may own. Name the hosts.")]
    public void Somebody_else_owns_what_anybody_can_register(string pattern, string message) =>
        Assert.EndsWith($"'rule-1' {message}", Assert.Single(Findings.In(RuleDocument.Of("application", $"fqdns: ['{pattern}']"))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("{ https: ['*contoso.com'] }")]
    [InlineData("{ http: ['*contoso.com'] }")]
    [InlineData("{ https: [b.contoso.com], http: ['*contoso.com'] }")]
    public void An_entry_of_allow_is_reported_at_its_host(string entry)
    {
        var document = HelpPage.Complete($"allow: [aks, {entry}]\n");

        var finding = Assert.Single(Findings.In(document));

        Assert.Equal(("AKSE2231", "'*contoso.com'"), (finding.Code, HelpPage.TextAt(document, finding.Span)));
        Assert.Contains("covers evilcontoso.com too", finding.Message, StringComparison.Ordinal);
    }
}
