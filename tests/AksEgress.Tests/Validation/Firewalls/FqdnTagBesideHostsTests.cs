namespace AksEgress.Tests.Validation.Firewalls;

public sealed class FqdnTagBesideHostsTests
{
    [Theory]
    [InlineData("fqdnTags: [WindowsUpdate, AzureBackup]", "")]
    [InlineData("fqdns: [a.contoso.com, b.contoso.com]", "")]
    [InlineData("fqdns: [a.contoso.com], fqdnTags: [WindowsUpdate]", "AKSE2232")]
    public void A_rule_has_one_kind_of_target(string rule, string codes) => Assert.Equal(codes, RuleDocument.Codes("application", rule));
}
