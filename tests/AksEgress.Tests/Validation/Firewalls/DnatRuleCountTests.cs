namespace AksEgress.Tests.Validation.Firewalls;

public sealed class DnatRuleCountTests
{
    private const string Web = "port: 443, translatedAddress: 10.42.3.10";

    [Theory]
    [InlineData(249, Web, "")]
    [InlineData(250, Web, "AKSE2236")]
    [InlineData(249, Web + ", protocols: [tcp, udp]", "AKSE2236")]
    [InlineData(249, Web + ", destination: [frontend, frontend-2]", "AKSE2236")]
    [InlineData(249, Web + "\n" + Web + ", source: [203.0.113.0/24]", "")]
    [InlineData(249, Web + "\nport: 444, translatedAddress: 10.42.3.10", "AKSE2236")]
    [InlineData(251, Web, "AKSE2201")]
    public void Frontends_and_destinations_count_together(int frontends, string rules, string codes) =>
        Assert.Equal(codes, RuleDocument.Codes("dnat", rules, rest: $"firewall: {{ frontends: {{ count: {frontends} }} }}\ncluster: {{ privateCluster: true }}\n"));

    [Fact]
    public void The_first_rule_that_is_too_much_is_named() =>
        Assert.Contains(
            "'rule-2' is one too many: the frontends (249) and the destinations of DNAT rules (3, by address, port and protocol) are 252 together",
            Assert.Single(Findings.In(RuleDocument.Of("dnat", $"{Web}\n{Web.Replace("443", "444", StringComparison.Ordinal)}\n{Web.Replace("443", "445", StringComparison.Ordinal)}", rest: "firewall: { frontends: { count: 249 } }\ncluster: { privateCluster: true }\n"))).Message,
            StringComparison.Ordinal);
}
