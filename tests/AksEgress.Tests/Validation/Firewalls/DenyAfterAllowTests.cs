namespace AksEgress.Tests.Validation.Firewalls;

public sealed class DenyAfterAllowTests
{
    [Theory]
    [InlineData("a.contoso.com", "a.contoso.com", true)]
    [InlineData("A.contoso.com.", "a.CONTOSO.com", true)]
    [InlineData("*.contoso.com", "a.b.contoso.com", true)]
    [InlineData("*.contoso.com", "*.b.contoso.com", true)]
    [InlineData("*.contoso.com", "contoso.com", false)]
    [InlineData("*.contoso.com", "evilcontoso.com", false)]
    [InlineData("*contoso.com", "evilcontoso.com", true)]
    [InlineData("*contoso.com", "contoso.com", true)]
    [InlineData("*contoso.com", "*.contoso.com", true)]
    [InlineData("*.contoso.com", "*contoso.com", false)]
    [InlineData("a.contoso.com", "*.contoso.com", false)]
    [InlineData("a.contoso.com", "*", false)]
    [InlineData("*", "a.contoso.com", true)]
    [InlineData("*", "*", true)]
    public void A_pattern_is_allowed_when_all_of_it_is(string allowed, string denied, bool isFound) =>
        Assert.Equal(isFound ? "AKSE2750" : "", Codes(Collection("allow", 200, $"fqdns: ['{allowed}']"), Collection("deny", 300, $"fqdns: ['{denied}']")));

    [Theory]
    [InlineData("", "", true)]
    [InlineData("protocols: [https]", "protocols: [http]", false)]
    [InlineData("protocols: [https]", "protocols: [http, https]", false)]
    [InlineData("protocols: [http, https]", "protocols: [https]", true)]
    [InlineData("protocols: ['https:8443']", "protocols: [https]", false)]
    [InlineData("source: [10.42.1.0/25]", "source: [10.42.1.0/24]", false)]
    [InlineData("source: [10.42.1.0/25]", "source: [10.42.1.4]", true)]
    [InlineData("source: [10.42.1.0/25]", "source: [10.42.1.127, 10.42.1.128]", false)]
    public void Protocols_and_sources_are_allowed_too(string allowed, string denied, bool isFound) =>
        Assert.Equal(
            isFound ? "AKSE2750" : "",
            Codes(Collection("allow", 200, $"fqdns: [a.contoso.com]{Comma(allowed)}"), Collection("deny", 300, $"fqdns: [a.contoso.com]{Comma(denied)}")));

    [Theory]
    [InlineData("source: [10.42.1.4]", "", true)]
    [InlineData("source: [10.42.1.4]", "source: [10.42.1.5]", false)]
    [InlineData("protocols: [http]", "protocols: [http, https]", true)]
    [InlineData("protocols: [http]", "protocols: ['https:8443']", false)]
    public void A_later_rule_may_allow_what_the_first_does_not(string first, string second, bool isFound) =>
        Assert.Equal(
            isFound ? "AKSE2750" : "",
            Codes(
                Collection("allow", 200, $"fqdns: [a.contoso.com]{Comma(first)}"),
                Collection("allow", 201, $"fqdns: [a.contoso.com]{Comma(second)}").Replace("collection: allow", "collection: more", StringComparison.Ordinal),
                Collection("deny", 300, "fqdns: [a.contoso.com]")));

    [Theory]
    [InlineData("priority: 200", "priority: x")]
    [InlineData("priority: 300", "priority: x")]
    [InlineData("action: deny", "action: dney")]
    public void What_could_not_be_read_is_first_of_nothing(string readable, string unreadable)
    {
        string[] collections = [Collection("allow", 200, "fqdns: [a.com]"), Collection("deny", 300, "fqdns: [a.com]")];
        Assert.Equal("AKSE2750", Codes(collections));
        Assert.Equal("", Codes([.. collections.Select(text => text.Replace(readable, unreadable, StringComparison.Ordinal))]));
    }

    [Fact]
    public void The_lower_number_is_first_whatever_the_order_of_the_text()
    {
        Assert.Equal("AKSE2750", Codes(Collection("deny", 300, "fqdns: [a.com]"), Collection("allow", 200, "fqdns: [a.com]")));
        Assert.Equal("", Codes(Collection("allow", 300, "fqdns: [a.com]"), Collection("deny", 200, "fqdns: [a.com]")));
    }

    [Theory]
    [InlineData(59999, "")]
    [InlineData(60001, "AKSE2750")]
    public void What_allow_makes_has_its_place(int priority, string codes) =>
        Assert.Equal(codes, Codes("allow: [{ https: [a.com] }]", Collection("deny", priority, "fqdns: [a.com]")));

    [Fact]
    public void Every_host_that_is_not_denied_is_a_finding_of_its_own() =>
        Assert.Equal("AKSE2750 AKSE2750", Codes(Collection("allow", 200, "fqdns: [a.com, '*.b.com']"), Collection("deny", 300, "fqdns: [a.com, c.com, x.b.com]")));

    private static string Comma(string text) => text.Length == 0 ? "" : ", " + text;

    private static string Collection(string action, int priority, string rule) =>
        $"  - {{ collection: {action}, kind: application, action: {action}, priority: {priority}, rules: [{{ name: {action}, {rule} }}] }}\n";

    private static string Codes(params string[] parts)
    {
        var allow = parts[0].StartsWith("allow", StringComparison.Ordinal) ? parts[0] + "\n" : "";
        var document = HelpPage.Complete($"{allow}rules:\n{string.Concat(parts.Where(part => part.StartsWith("  -", StringComparison.Ordinal)))}");
        return string.Join(' ', Findings.In(document).Select(finding => finding.Code).Where(code => code == "AKSE2750"));
    }
}
