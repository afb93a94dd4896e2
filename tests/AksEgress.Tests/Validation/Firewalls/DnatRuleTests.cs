namespace AksEgress.Tests.Validation.Firewalls;

/// <summary>Ports, frontends and targets of DNAT rules: at the bound silent, one beside it reported.</summary>
public sealed class DnatRuleTests
{
    [Theory]
    [InlineData("port: 63999, translatedAddress: 10.42.3.10", "")]
    [InlineData("port: 64000, translatedAddress: 10.42.3.10", "AKSE2218")]
    [InlineData("port: 80, translatedAddress: 10.42.3.10, translatedPort: 8080-8081", "AKSE2217")]
    [InlineData("port: 80-81, translatedAddress: 10.42.3.10", "AKSE2217")]
    [InlineData("port: 80", "AKSE2219")]
    [InlineData("port: 80, translatedAddress: 10.42.3.10, translatedFqdn: a.contoso.com", "AKSE2219")]
    [InlineData("port: 80, destination: [frontend-2], translatedAddress: 10.42.3.10", "")]
    [InlineData("port: 80, destination: [frontend-3], translatedAddress: 10.42.3.10", "AKSE2221")]
    public void A_rule_leads_one_port_to_one_target(string rule, string codes) => Assert.Equal(codes, RuleDocument.Codes("dnat", rule));

    [Theory]
    [InlineData(-1, "AKSE2221")]
    [InlineData(0, "AKSE2221")]
    [InlineData(1, "")]
    [InlineData(2, "")]
    [InlineData(3, "AKSE2221")]
    public void A_service_is_published_at_a_frontend_that_exists(int frontend, string codes) =>
        Assert.Equal(codes, Codes.In($"publish: [{{ service: web, port: 80, frontend: {frontend} }}]\n"));

    [Theory]
    [InlineData(27, "AKSE2202")]
    [InlineData(28, "")]
    [InlineData(31, "")]
    [InlineData(32, "AKSE2202")]
    public void A_prefix_of_frontends_has_a_length_that_Azure_gives(int length, string codes) =>
        Assert.Equal(codes, Codes.In($"firewall: {{ frontends: {{ prefixLength: {length} }} }}\n"));
}
