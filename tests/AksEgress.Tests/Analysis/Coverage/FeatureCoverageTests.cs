using AksEgress.Analysis;
using AksEgress.Model;

namespace AksEgress.Tests.Analysis.Coverage;

/// <summary>Which features are in use, who needs them, and who does without.</summary>
public sealed class FeatureCoverageTests
{
    [Fact]
    public void Nothing_allowed_is_everything_missing() => Assert.Equal(
        [
            "*.data.mcr.microsoft.com/443", "*.hcp.eastus.azmk8s.io/443", "login.microsoftonline.com/443", "management.azure.com/443", "mcr-0001.mcr-msedge.net/443",
            "mcr.microsoft.com/443", "packages.aks.azure.com/443", "packages.microsoft.com/443",
        ],
        CoverageDocument.Report("").Gaps());

    [Theory]
    [InlineData("")]
    [InlineData("location: usgovvirginia\ncloud: usGovernment\n")]
    [InlineData("location: chinaeast2\ncloud: china\n")]
    public void The_set_aks_covers_aks_in_every_cloud(string cloud)
    {
        var report = CoverageDocument.Report(cloud + "allow: [aks]");

        Assert.Empty(report.Gaps());
        Assert.True(report.IsComplete);
    }

    [Fact]
    public void Government_and_china_require_the_tunnel_and_the_clock()
    {
        Assert.Equal(
            ["AzureCloud.usgovvirginia/1194", "AzureCloud.usgovvirginia/9000", "ntp.ubuntu.com/123"],
            CoverageDocument.Report("location: usgovvirginia\ncloud: usGovernment").Gaps().Where(gap => !gap.EndsWith("/443", StringComparison.Ordinal)));
        Assert.Contains("AzureCloud.chinaeast2/22", CoverageDocument.Report("location: chinaeast2\ncloud: china").Gaps());
    }

    [Fact]
    public void A_private_cluster_does_without_the_api_servers_public_host()
    {
        var entry = CoverageDocument.Report("cluster: { privateCluster: true }").Entry("*.hcp.eastus.azmk8s.io");

        Assert.Equal((Importance.NotRequired, CoverageStatus.NotCovered, false), (entry.Importance, entry.Status, entry.IsGap));
    }

    [Fact]
    public void An_isolated_cluster_requires_nothing() => Assert.Empty(CoverageDocument.Report("cluster: { outboundType: none }").Gaps());

    [Fact]
    public void Features_are_the_sets_that_are_allowed()
    {
        var report = CoverageDocument.Report("allow: [aks, azure-policy, key-vault]\nrules: [{ collection: c, kind: application, priority: 100, action: deny, rules: [{ name: r, protocols: [https], fqdns: [store.policy.core.windows.net] }] }]");

        Assert.Equal([EndpointSet.Aks, EndpointSet.AzurePolicy, EndpointSet.KeyVault], report.Features);
        var entry = Assert.Single(report.Entries, entry => entry.IsGap);
        Assert.Equal(("store.policy.core.windows.net", "azure-policy", "c"), (entry.Target, entry.Set, entry.Rule?.Collection));
        Assert.Contains("take it out of", entry.Write, StringComparison.Ordinal);
    }

    [Fact]
    public void Features_can_be_said()
    {
        var report = CoverageDocument.Report("allow: [aks]", new() { Features = [EndpointSet.Gpu] });

        Assert.Equal(["download.docker.com/443", "nvidia.github.io/443", "us.download.nvidia.com/443"], report.Gaps());
        Assert.All(report.Entries.Where(entry => entry.Set == "gpu"), entry => Assert.Equal((Importance.Feature, "allow: [gpu]"), (entry.Importance, entry.Write)));
    }

    [Fact]
    public void A_windows_pool_needs_its_set_from_its_own_subnet()
    {
        const string Cluster = "cluster: { network: { plugin: azure }, nodePools: [{ name: system }, { name: win, os: windows, subnet: windows-subnet }] }\nallow: [aks]";
        var entries = CoverageDocument.Report(Cluster).Entries.Where(entry => entry.Set == "windows").ToList();

        // The AKS article, "Windows Server based node pools", and activation.
        Assert.Equal(
            ["onegetcdn.azureedge.net/443", "go.microsoft.com/443", "*.mp.microsoft.com/80", "www.msftconnecttest.com/80", "ctldl.windowsupdate.com/80", "azkms.core.windows.net/1688", "kms.core.windows.net/1688"],
            entries.Select(entry => FormattableString.Invariant($"{entry.Target}/{entry.Port}")));
        Assert.All(entries, entry => Assert.Equal("windows-subnet", Assert.Single(entry.From).From.ToString()));
        Assert.Empty(CoverageDocument.Report(Cluster.Replace("[aks]", "[aks, windows]", StringComparison.Ordinal)).Gaps());
    }

    [Fact]
    public void A_rule_for_the_nodes_alone_leaves_the_pods_without()
    {
        var entry = CoverageDocument.Report("""
            cluster: { nodePools: [{ name: system, podSubnet: pods-subnet }] }
            allow: [aks]
            rules: [{ collection: c, kind: application, priority: 100, rules: [{ name: r, source: [10.42.1.0/24], protocols: [https], fqdns: [mcrprod.azurecr.io, api.contoso.com] }] }]
            """, new() { Images = [new("api.contoso.com/a:1", "Pod a", default)] });

        // Nodes pull images, so the rule for them is enough.
        Assert.Equal(CoverageStatus.Covered, Assert.Single(entry.Images).Status);
        Assert.Equal(["aks-subnet", "pods-subnet"], entry.Entry("mcr.microsoft.com").From.Select(from => from.From.ToString()));

        var denied = CoverageDocument.Report("""
            cluster: { nodePools: [{ name: system, podSubnet: pods-subnet }] }
            rules: [{ collection: c, kind: application, priority: 100, rules: [{ name: r, source: [10.42.1.0/24], protocols: [https], fqdns: [management.azure.com] }] }]
            """).Entry("management.azure.com");
        Assert.Equal(CoverageStatus.NotCovered, denied.Status);
        Assert.Equal([CoverageStatus.Covered, CoverageStatus.NotCovered], denied.From.Select(from => from.Status));
    }

    [Fact]
    public void A_host_over_the_wrong_port_is_missing() =>
        Assert.Contains("mcr.microsoft.com/443", CoverageDocument.Report("allow: [{ http: [mcr.microsoft.com] }]").Gaps());
}
