using System.Runtime.CompilerServices;
using AksEgress.Analysis;
using AksEgress.Model;

namespace AksEgress.Tests.Analysis.Coverage;

/// <summary>Registries of images, their hosts, and what covers those.</summary>
public sealed class ImageCoverageTests
{
    private const string DockerHub = "auth.docker.io registry-1.docker.io production.cloudflare.docker.com docker-images-prod.6aa30f8b08e16409b46e0173d6de2f56.r2.cloudflarestorage.com";

    // The lists of each registry's own documents (azure-facts 1.4).
    [Theory]
    [InlineData("nginx", "docker.io", DockerHub)]
    [InlineData("library/nginx:1.29", "docker.io", DockerHub)]
    [InlineData("docker.io/nginx", "docker.io", DockerHub)]
    [InlineData("index.docker.io/library/nginx", "index.docker.io", DockerHub)]
    [InlineData("registry-1.docker.io/library/nginx", "registry-1.docker.io", DockerHub)]
    [InlineData("ghcr.io/azure-samples/aks-store-demo/store-front:2.2.0", "ghcr.io", "ghcr.io pkg-containers.githubusercontent.com")]
    [InlineData("mcr.microsoft.com/oss/kubernetes/pause:3.9", "mcr.microsoft.com", "mcr.microsoft.com *.data.mcr.microsoft.com")]
    [InlineData("mcr.azure.cn/oss/kubernetes/pause:3.9", "mcr.azure.cn", "mcr.azure.cn *.data.mcr.azure.cn")]
    [InlineData("quay.io/prometheus/node-exporter", "quay.io", "quay.io *.quay.io")]
    [InlineData("registry.k8s.io/pause:3.10", "registry.k8s.io", "registry.k8s.io")]
    [InlineData("registry.example.com/team/app@sha256:0000000000000000000000000000000000000000000000000000000000000000", "registry.example.com", "registry.example.com")]
    [InlineData("registry.example.com:5000/app", "registry.example.com:5000", "registry.example.com")]
    public void A_registry_and_its_hosts(string image, string registry, string hosts)
    {
        var coverage = Cover("", image);

        Assert.Equal(registry, coverage.Registry);
        Assert.Equal(hosts.Split(' '), coverage.Entries.Select(entry => entry.Target));
        Assert.All(coverage.Entries, entry => Assert.Equal(FlowProtocol.Https, entry.Protocol));
        Assert.Equal(CoverageStatus.NotCovered, coverage.Status);
    }

    [Theory]
    [InlineData("allow: [docker-hub]", "nginx", CoverageStatus.Covered)]
    [InlineData("allow: [ghcr]", "ghcr.io/a/b", CoverageStatus.Covered)]
    [InlineData("allow: [mcr]", "mcr.microsoft.com/a", CoverageStatus.Covered)]
    [InlineData("allow: [aks]", "mcr.microsoft.com/a", CoverageStatus.CoveredByTag)]
    [InlineData("allow: [{ https: [quay.io] }]", "quay.io/a/b", CoverageStatus.NotCovered)]
    [InlineData("allow: [{ https: [quay.io, \"*.quay.io\"] }]", "quay.io/a/b", CoverageStatus.Covered)]
    [InlineData("allow: [{ https: [registry.k8s.io] }]", "registry.k8s.io/pause", CoverageStatus.Depends)]
    [InlineData("allow: [{ https: [r.example.com] }]", "r.example.com/a", CoverageStatus.Covered)]
    [InlineData("allow: [{ https: [r.example.com] }]", "r.example.com:5000/a", CoverageStatus.NotCovered)]
    [InlineData("allow: [{ https: [r.example.com], port: 5000 }]", "r.example.com:5000/a", CoverageStatus.Covered)]
    // Layers of a private registry come from its data endpoint, or from storage that Azure Firewall may let pass by itself.
    [InlineData("allow: [{ https: [shop.azurecr.io] }]", "shop.azurecr.io/a", CoverageStatus.Depends)]
    [InlineData("allow: [{ https: [shop.azurecr.io, shop.eastus.data.azurecr.io] }]", "shop.azurecr.io/a", CoverageStatus.Covered)]
    [InlineData("allow: [{ https: [shop.azurecr.io, \"*.blob.core.windows.net\"] }]", "shop.azurecr.io/a", CoverageStatus.Covered)]
    // In the network, and not on the Internet.
    [InlineData("", "10.42.9.9:5000/a", CoverageStatus.Covered)]
    [InlineData("", "20.1.2.3:5000/a", CoverageStatus.NotCovered)]
    [InlineData("", "localhost/a", CoverageStatus.Depends)]
    [InlineData("allow: [docker-hub]", "{{ .Values.image }}", CoverageStatus.NotCovered)]
    public void Its_coverage(string rules, string image, CoverageStatus status) => Assert.Equal(status, Cover(rules, image).Status);

    [Theory]
    [InlineData("nginx", "allow: [docker-hub]")]
    [InlineData("r.example.com/a", "allow: [{ https: [r.example.com] }]")]
    [InlineData("r.example.com:5000/a", "allow: [{ https: [r.example.com], port: 5000 }]")]
    [InlineData("20.1.2.3:5000/a", "rules: [{ collection: allow-addresses, kind: network, priority: 1000, rules: [{ name: 20-1-2-3-5000, protocols: [tcp], destination: [20.1.2.3], ports: [5000] }] }]")]
    public void What_to_write_covers_it(string image, string text)
    {
        Assert.All(Cover("", image).Entries, entry => Assert.Equal(text, entry.Write));
        Assert.Equal(CoverageStatus.Covered, Cover(text, image).Status);
    }

    [Fact]
    public void In_code_what_to_write_is_code()
    {
        var code = CoverageDocument.Topology("") with { Origin = Origin.None };
        AssertWrites(code, "nginx", code with { Allow = [EndpointSet.DockerHub] });
        AssertWrites(code.Resolve(), "nginx", code with { Allow = [EndpointSet.DockerHub] });
        AssertWrites(code, "r.example.com/a", code with { Allow = [new() { Https = [FqdnPattern.Parse("r.example.com")] }] });
        AssertWrites(code, "r.example.com:5000/a", code with { Allow = [new() { Https = [FqdnPattern.Parse("r.example.com")], Port = 5000 }] });
        AssertWrites(code, "20.1.2.3:5000/a", code with { Rules = [new NetworkRuleCollection { Name = "allow-addresses", Priority = 1000, Rules = [new() { Name = "20-1-2-3-5000", Protocols = [RuleProtocol.Tcp], Destination = [AddressRange.Parse("20.1.2.3")], Ports = [5000] }] }] });

        static void AssertWrites(EgressTopology before, string image, EgressTopology after, [CallerArgumentExpression(nameof(after))] string written = "")
        {
            Assert.All(Cover(before, image).Entries, entry => Assert.Equal(written, $"code with {{ {entry.Write} }}"));
            Assert.Equal(CoverageStatus.Covered, Cover(after, image).Status);
        }
    }

    [Fact]
    public void What_is_not_known_is_said()
    {
        Assert.Contains("nobody lists", Cover("", "registry.k8s.io/a").Note, StringComparison.Ordinal);
        Assert.Contains("taken to answer", Cover("", "r.example.com/a").Note, StringComparison.Ordinal);
        Assert.Null(Cover("", "nginx").Note);
    }

    private static ImageCoverage Cover(string rules, string image) => Cover(CoverageDocument.Topology(rules), image);

    private static ImageCoverage Cover(EgressTopology topology, string image) =>
        Assert.Single(topology.Analyze().Coverage(new() { Images = [new ImageUse(image, "Pod a", default)] }).Images);
}
