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

    [Fact]
    public void Only_what_is_missing_is_named() => Assert.StartsWith(
        $"registry-1.docker.io hands over to {Layers}, which no",
        Assert.Single(Findings.In(RuleDocument.Of("application", "fqdns: [registry-1.docker.io, auth.docker.io]"))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Beside_the_set_nothing_is_missing() =>
        Assert.Equal("", RuleDocument.Codes("application", "fqdns: [registry-1.docker.io]", rest: "allow: [aks, docker-hub]\n"));
}
