using AksEgress.Analysis;
using AksEgress.Model;
using AksEgress.Parsing;
using AksEgress.Tests.Infrastructure;

namespace AksEgress.Tests.Analysis.Coverage;

/// <summary>Microsoft's article, as it writes the rules and as the sample does, with the store demo's images.</summary>
public sealed class WalkthroughCoverageTests
{
    private static readonly CoverageOptions _storeDemo = new() { Images = CoverageDocument.StoreDemo.Images };

    [Fact]
    public void The_articles_rules_cover_aks_and_not_the_demos_images()
    {
        var report = CoverageDocument.Read(CoverageDocument.Article).Analyze().Coverage(_storeDemo);

        Assert.False(report.IsComplete);
        Assert.Equal(["auth.docker.io/443", "docker-images-prod.6aa30f8b08e16409b46e0173d6de2f56.r2.cloudflarestorage.com/443"], report.Gaps());
        Assert.Equal([("docker.io", CoverageStatus.NotCovered), ("ghcr.io", CoverageStatus.Covered)], report.Images.Select(image => (image.Registry!, image.Status)));
        Assert.All(report.Images[0].Entries.Where(entry => entry.IsGap), entry => Assert.Equal("allow: [docker-hub]", entry.Write));
    }

    [Fact]
    public void Without_the_firewall_as_dns_server_the_articles_hosts_depend_on_what_clients_resolve()
    {
        var report = CoverageDocument.Read(CoverageDocument.Article.Replace("network:\n", "network:\n  dnsServers: [168.63.129.16]\n", StringComparison.Ordinal)).Analyze().Coverage(_storeDemo);

        Assert.Equal(CoverageStatus.Depends, Assert.Single(report.Images, image => image.Registry == "ghcr.io").Status);
    }

    [Fact]
    public void The_sample_passes()
    {
        var topology = TopologyDocument.Parse(File.ReadAllBytes(Repository.PathOf("samples", "Walkthrough", "walkthrough.egress.yaml")), "walkthrough.egress.yaml").Topology!;
        var report = topology.Analyze().Coverage(_storeDemo);

        Assert.Empty(report.Gaps());
        Assert.True(report.IsComplete);
        Assert.Equal([EndpointSet.Aks, EndpointSet.Ghcr, EndpointSet.DockerHub], report.Features);

        // Docker Hub comes first: the topology's own check is the first image.
        Assert.Equal(["docker.io", "ghcr.io"], report.Images.Select(image => image.Registry));
        Assert.Equal(["docker.io/curlimages/curl:8.17.0", "docker.io/library/rabbitmq:4.3.2-management-alpine", "docker.io/library/busybox:1.37.0"], report.Images[0].Images.Select(image => image.Image));
        Assert.Equal("walkthrough.egress.yaml", report.Images[0].Images[0].Span.File);
    }

    [Fact]
    public void What_a_rule_names_is_covered_by_the_rule_and_not_by_a_tag_that_may_hold_it_too()
    {
        var topology = TopologyDocument.Parse(File.ReadAllBytes(Repository.PathOf("samples", "Walkthrough", "walkthrough.egress.yaml"))).Topology!;

        var entry = Assert.Single(topology.Analyze().Coverage(new() { Features = [EndpointSet.DockerHub] }).Entries, entry => entry.Target == "production.cloudflare.docker.com");

        Assert.Equal(CoverageStatus.Covered, entry.Status);
    }

    // The hosts are written off the AKS article on outbound rules, section "Azure Global required FQDN / application rules".
    [Theory]
    [InlineData("*.hcp.eastus.azmk8s.io", Importance.Required, CoverageStatus.CoveredByTag, "fqdn")]
    [InlineData("mcr.microsoft.com", Importance.Required, CoverageStatus.CoveredByTag, "fqdn")]
    [InlineData("*.data.mcr.microsoft.com", Importance.Required, CoverageStatus.CoveredByTag, "fqdn")]
    [InlineData("mcr-0001.mcr-msedge.net", Importance.Required, CoverageStatus.CoveredByTag, "fqdn")]
    [InlineData("management.azure.com", Importance.Required, CoverageStatus.CoveredByTag, "fqdn")]
    [InlineData("login.microsoftonline.com", Importance.Required, CoverageStatus.CoveredByTag, "fqdn")]
    [InlineData("packages.microsoft.com", Importance.Required, CoverageStatus.CoveredByTag, "fqdn")]
    [InlineData("packages.aks.azure.com", Importance.Required, CoverageStatus.CoveredByTag, "fqdn")]
    [InlineData("acs-mirror.azureedge.net", Importance.Legacy, CoverageStatus.CoveredByTag, "fqdn")]
    public void What_aks_requires_is_covered_by_the_tag(string host, Importance importance, CoverageStatus status, string rule)
    {
        var entry = CoverageDocument.Read(CoverageDocument.Article).Analyze().Coverage().Entry(host);

        Assert.Equal((importance, status, rule), (entry.Importance, entry.Status, entry.Rule?.Name));
        Assert.Equal("aks-subnet", Assert.Single(entry.From).From.ToString());
        Assert.Contains("outbound-rules-control-egress", entry.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void The_articles_network_rules_cover_what_is_not_needed_any_more()
    {
        var report = CoverageDocument.Read(CoverageDocument.Article).Analyze().Coverage();

        Assert.Equal(
            [("AzureCloud.eastus", 1194, "apiudp"), ("AzureCloud.eastus", 9000, "apitcp"), ("ntp.ubuntu.com", 123, "time")],
            report.Entries.Where(entry => entry.Protocol is FlowProtocol.Udp or FlowProtocol.Tcp).Select(entry => (entry.Target, entry.Port, entry.Rule!.Name)));
        Assert.All(report.Entries.Where(entry => entry.Port is 1194 or 9000 or 123), entry => Assert.Equal((Importance.Legacy, CoverageStatus.Covered), (entry.Importance, entry.Status)));
        Assert.Equal(CoverageStatus.Depends, report.Entry("mcrprod.azurecr.io").Status);
        Assert.Equal(Importance.Optional, report.Entry("mcrprod.azurecr.io").Importance);
    }
}
