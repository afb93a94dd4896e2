namespace AksEgress.Tests.Validation.Firewalls;

/// <summary>Hosts that the named sets know.</summary>
public sealed class HostProtocolTests
{
    [Theory]
    [InlineData("fqdns: [security.ubuntu.com]", "AKSE2237")]
    [InlineData("protocols: [http], fqdns: [security.ubuntu.com]", "")]
    [InlineData("protocols: [https, http], fqdns: [security.ubuntu.com]", "")]
    [InlineData("protocols: ['http:8080'], fqdns: [security.ubuntu.com]", "AKSE2237")]
    [InlineData("fqdns: ['*.mp.microsoft.com']", "AKSE2237")]
    [InlineData("fqdns: [snapshot.ubuntu.com]", "")]
    [InlineData("protocols: [http], fqdns: [snapshot.ubuntu.com]", "AKSE2237")]
    [InlineData("protocols: [http], fqdns: [ghcr.io, api.contoso.com]", "AKSE2237")]
    [InlineData("protocols: ['http:443'], fqdns: [ghcr.io]", "AKSE2240")]
    [InlineData("protocols: [], fqdns: [security.ubuntu.com]", "AKSE2214")]
    [InlineData("protocols: [http], fqdns: [packages.aks.azure.com]", "")]
    [InlineData("fqdns: [security.ubuntu.com]\nprotocols: [http], fqdns: ['*.ubuntu.com']", "")]
    [InlineData("fqdns: [security.ubuntu.com]\nprotocols: [http], fqdns: ['*.contoso.com']", "AKSE2237")]
    [InlineData("fqdns: [security.ubuntu.com]\nprotocols: ['http:81'], fqdns: [security.ubuntu.com]", "AKSE2237 AKSE2237")]
    [InlineData("fqdns: [ntp.ubuntu.com, kms.core.windows.net]", "AKSE2238 AKSE2238")]
    public void A_known_host_is_allowed_as_it_answers(string rules, string codes) => Assert.Equal(codes, RuleDocument.Codes("application", rules));

    [Theory]
    [InlineData("fqdns: [security.ubuntu.com]")]
    [InlineData("fqdns: [ntp.ubuntu.com]")]
    public void What_is_denied_needs_no_protocol(string rule) => Assert.Equal("", RuleDocument.Codes("application", rule, "deny"));

    [Fact]
    public void The_message_names_both_protocols() => Assert.Contains(
        "security.ubuntu.com answers http:80, but application rule 'rule-1' allows https:443, https:8443,",
        Assert.Single(Findings.In(RuleDocument.Of("application", "protocols: [https, 'https:8443'], fqdns: [security.ubuntu.com]"))).Message,
        StringComparison.Ordinal);
}
