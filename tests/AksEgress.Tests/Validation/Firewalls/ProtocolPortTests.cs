namespace AksEgress.Tests.Validation.Firewalls;

public sealed class ProtocolPortTests
{
    [Theory]
    [InlineData("protocols: [http, https]", "")]
    [InlineData("protocols: ['http:8080', 'https:8443']", "")]
    [InlineData("protocols: ['http:443']", "AKSE2240")]
    [InlineData("protocols: [https, 'https:80']", "AKSE2240")]
    public void Each_protocol_is_on_a_port_of_its_own(string protocols, string codes) =>
        Assert.Equal(codes, RuleDocument.Codes("application", protocols + ", fqdns: [a.contoso.com]"));

    [Theory]
    [InlineData("http: [a.contoso.com], port: 443", "443", "Did you mean 'https:443'?")]
    [InlineData("https: [a.contoso.com], port: 80", "80", "Did you mean 'http:80'?")]
    public void An_entry_of_allow_is_reported_at_its_port(string entry, string place, string hint)
    {
        var document = HelpPage.Complete($"allow: [aks, {{ {entry} }}]\n");
        var finding = Assert.Single(Findings.In(document));
        Assert.Equal(("AKSE2240", place), (finding.Code, HelpPage.TextAt(document, finding.Span)));
        Assert.EndsWith(hint, finding.Message, StringComparison.Ordinal);
    }
}
