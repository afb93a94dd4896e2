namespace AksEgress.Tests.Validation.Firewalls;

public sealed class DnatDuplicateTests
{
    private const string First = "port: 443, translatedAddress: 10.42.3.10";

    [Theory]
    [InlineData("port: 443, translatedAddress: 10.42.3.11", "AKSE2233")]
    [InlineData("port: 443, translatedAddress: 10.42.3.10, translatedPort: 8443", "AKSE2233")]
    [InlineData("port: 443, translatedFqdn: web.contoso.internal", "AKSE2233")]
    [InlineData("port: 443, translatedAddress: 10.42.3.10", "")]
    [InlineData("port: 444, translatedAddress: 10.42.3.11", "")]
    [InlineData("port: 443, protocols: [udp], translatedAddress: 10.42.3.11", "")]
    [InlineData("port: 443, protocols: [udp, tcp], translatedAddress: 10.42.3.11", "AKSE2233")]
    [InlineData("port: 443, destination: [frontend-2], translatedAddress: 10.42.3.11", "")]
    [InlineData("port: 443, destination: [frontend-2, frontend], translatedAddress: 10.42.3.11", "AKSE2233")]
    [InlineData("port: 443, source: [203.0.113.0/24], translatedAddress: 10.42.3.11", "AKSE2233")]
    public void The_rule_behind_one_for_everybody_is_never_used(string second, string codes) =>
        Assert.Equal(codes, RuleDocument.Codes("dnat", $"{First}\n{second}"));

    [Theory]
    [InlineData("[203.0.113.0/24]", "AKSE2233")]
    [InlineData("[198.51.100.0/24]", "")]
    [InlineData("['*']", "")]
    public void Rules_for_some_clients_leave_the_others(string source, string codes) =>
        Assert.Equal(codes, RuleDocument.Codes("dnat", $"{First}, source: [203.0.113.0/24]\nport: 443, source: {source}, translatedAddress: 10.42.3.11"));

    [Fact]
    public void Priorities_say_which_rule_is_first()
    {
        var document = HelpPage.Complete(
            """
            firewall:
              policy:
                ruleCollectionGroups:
                  - name: late
                    priority: 5000
                    collections: [{ collection: a, kind: dnat, priority: 100, rules: [{ name: group-late, port: 443, translatedAddress: 10.42.3.10 }] }]
                  - name: early
                    priority: 200
                    collections:
                      - { collection: b, kind: dnat, priority: 300, rules: [{ name: late, port: 80, translatedAddress: 10.42.3.10 }] }
                      - { collection: c, kind: dnat, priority: 200, rules: [{ name: early, port: 80, translatedAddress: 10.42.3.11 }, { name: group-early, port: 443, translatedAddress: 10.42.3.11 }] }
            """);

        Assert.Equal(
            ["DNAT rule 'group-late' listens on frontend, port 443 (tcp), but 'group-early' does so before it and leads to 10.42.3.11:443", "DNAT rule 'late' listens on frontend, port 80 (tcp), but 'early' does so before it and leads to 10.42.3.11:80"],
            Findings.In(document).Where(finding => finding.Code == "AKSE2233").Select(finding => finding.Message[..finding.Message.IndexOf(';', StringComparison.Ordinal)]));
    }

    [Fact]
    public void Ports_of_one_published_service_are_no_duplicates() =>
        Assert.Equal("", Findings.Codes(HelpPage.Complete("publish:\n  - { service: dns, port: 53, protocol: udp }\n  - { service: dns, port: 53, protocol: tcp }\n")));
}
