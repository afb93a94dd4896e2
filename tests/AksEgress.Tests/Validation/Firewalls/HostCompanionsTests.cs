namespace AksEgress.Tests.Validation.Firewalls;

public sealed class HostCompanionsTests
{
    private const string Layers = "docker-images-prod.6aa30f8b08e16409b46e0173d6de2f56.r2.cloudflarestorage.com";

    [Theory]
    [InlineData("fqdns: [registry-1.docker.io]", "AKSE2251")]
    [InlineData("fqdns: [registry-1.docker.io, auth.docker.io]", "AKSE2251")]
    [InlineData("fqdns: [registry-1.docker.io, " + Layers + "]", "AKSE2251")]
    [InlineData("fqdns: [registry-1.docker.io, auth.docker.io, " + Layers + "]", "")]
    [InlineData("fqdns: [registry-1.docker.io]\nfqdns: ['*.docker.io', '*.r2.cloudflarestorage.com']", "")]
    [InlineData("fqdns: [auth.docker.io]", "")]
    public void The_registry_comes_with_tokens_and_layers(string rules, string codes) => Assert.Equal(codes, RuleDocument.Codes("application", rules));

    [Theory]
    [InlineData("fqdns: [docker.io, registry-1.docker.io, production.cloudflare.docker.com]", "AKSE2251")]
    [InlineData("fqdns: [registry-1.docker.io, auth.docker.io]", "AKSE2251")]
    [InlineData("fqdns: [registry-1.docker.io, auth.docker.io, " + Layers + "]", "")]
    public void Network_rules_name_hosts_too(string rule, string codes)
    {
        var document = RuleDocument.Of("network", $"protocols: [tcp], ports: [443], {rule}");
        var findings = Findings.In(document).Where(finding => finding.Code == "AKSE2251").ToList();
        Assert.Equal(codes, string.Concat(findings.Select(finding => finding.Code)));
        Assert.All(findings, finding => Assert.Equal("registry-1.docker.io", HelpPage.TextAt(document, finding.Span)));
    }

    [Theory]
    [InlineData("fqdns: [auth.docker.io, " + Layers + "]", false)]
    [InlineData("fqdns: [auth.docker.io]", true)]
    [InlineData("destination: ['*']", false)]
    [InlineData("destination: [198.51.100.0/24]", true)]
    public void A_network_rule_may_allow_the_companions(string rule, bool isFound) =>
        Assert.Equal(isFound, Codes.In(
            "rules:\n  - { collection: a, kind: application, priority: 200, rules: [{ name: a, fqdns: [registry-1.docker.io] }] }\n"
            + $"  - {{ collection: n, kind: network, priority: 200, rules: [{{ name: n, protocols: [tcp], ports: [443], {rule} }}] }}\n").Contains("AKSE2251", StringComparison.Ordinal));

    [Fact]
    public void Only_what_is_missing_is_named() => Assert.StartsWith(
        $"registry-1.docker.io hands over to {Layers} (for pulls that are anonymous or of a personal plan), which no rule",
        Assert.Single(Findings.In(RuleDocument.Of("application", "fqdns: [registry-1.docker.io, auth.docker.io]"))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Beside_the_set_nothing_is_missing() =>
        Assert.Equal("", RuleDocument.Codes("application", "fqdns: [registry-1.docker.io]", rest: "allow: [aks, docker-hub]\n"));
}
