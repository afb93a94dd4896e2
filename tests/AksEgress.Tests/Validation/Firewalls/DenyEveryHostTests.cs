namespace AksEgress.Tests.Validation.Firewalls;

public sealed class DenyEveryHostTests
{
    [Theory]
    [InlineData("application", "fqdns: ['*']", "deny", "AKSE2250")]
    [InlineData("application", "fqdns: [a.contoso.com, '*']", "deny", "AKSE2250")]
    [InlineData("application", "fqdns: ['*.com']", "deny", "")]
    [InlineData("application", "fqdns: ['*']", "allow", "AKSE2708")]
    [InlineData("network", "protocols: [any], source: ['*'], destination: ['*'], ports: ['*']", "deny", "")]
    public void Only_application_rules_take_the_platforms_hosts(string kind, string rule, string action, string codes) =>
        Assert.Equal(codes, string.Join(' ', RuleDocument.Codes(kind, rule, action, priority: 65000).Split(' ').Except(["AKSE2752"])));
}
