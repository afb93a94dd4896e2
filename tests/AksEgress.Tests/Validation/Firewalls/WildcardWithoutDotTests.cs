namespace AksEgress.Tests.Validation.Firewalls;

public sealed class WildcardWithoutDotTests
{
    [Theory]
    [InlineData("fqdns: ['*.contoso.com']", "")]
    [InlineData("fqdns: [contoso.com]", "")]
    [InlineData("fqdns: ['*contoso.com']", "AKSE2231")]
    [InlineData("fqdns: ['*-contoso.com']", "AKSE2231")]
    [InlineData("fqdns: [a.contoso.com, '*contoso.com', '*contoso.org']", "AKSE2231 AKSE2231")]
    public void Only_a_dot_ends_a_wildcard(string rule, string codes) => Assert.Equal(codes, RuleDocument.Codes("application", rule));

    [Theory]
    [InlineData("{ https: ['*contoso.com'] }")]
    [InlineData("{ http: ['*contoso.com'] }")]
    [InlineData("{ https: [b.contoso.com], http: ['*contoso.com'] }")]
    public void An_entry_of_allow_is_reported_at_its_host(string entry)
    {
        var document = HelpPage.Complete($"allow: [{entry}]\n");

        var finding = Assert.Single(Findings.In(document));

        Assert.Equal(("AKSE2231", "'*contoso.com'"), (finding.Code, HelpPage.TextAt(document, finding.Span)));
        Assert.Contains("covers evilcontoso.com too", finding.Message, StringComparison.Ordinal);
    }
}
