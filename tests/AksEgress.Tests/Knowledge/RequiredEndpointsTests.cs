using AksEgress.Knowledge;
using AzureCloud = AksEgress.Model.AzureCloud;

namespace AksEgress.Tests.Knowledge;

// Written by hand from the AKS article on outbound rules, not from our data.
public sealed class RequiredEndpointsTests
{
    [Fact]
    public void Public_core_is_the_tag_and_the_backend_that_it_lacks() => EndpointInventory.AssertHolds(
        "https:443 @AzureKubernetesService mcrprod.azurecr.io; http:80 @AzureKubernetesService", "aks", AzureCloud.Public);

    [Fact]
    public void Government_core_is_explicit() => EndpointInventory.AssertHolds(
        """
        https:443 *.hcp.{location}.cx.aks.containerservice.azure.us
                  mcr.microsoft.com *.data.mcr.microsoft.com
                  management.usgovcloudapi.net login.microsoftonline.us
                  packages.microsoft.com acs-mirror.azureedge.net packages.aks.azure.com;
        udp:1194 #AzureCloud.{tagRegion}; tcp:9000 #AzureCloud.{tagRegion}; udp:123 ntp.ubuntu.com
        """,
        "aks",
        AzureCloud.UsGovernment);

    [Fact]
    public void China_core_is_explicit() => EndpointInventory.AssertHolds(
        """
        https:443 *.hcp.{location}.cx.prod.service.azk8s.cn *.tun.{location}.cx.prod.service.azk8s.cn
                  mcr.microsoft.com *.data.mcr.microsoft.com mcr.azure.cn *.data.mcr.azure.cn
                  management.chinacloudapi.cn login.chinacloudapi.cn packages.microsoft.com *.azk8s.cn;
        udp:1194 #AzureCloud.{tagRegion}; tcp:9000 #AzureCloud.{tagRegion}; tcp:22 #AzureCloud.{tagRegion}; udp:123 ntp.ubuntu.com
        """,
        "aks",
        AzureCloud.China);

    [Fact]
    public void The_tag_covers_the_required_hosts_of_the_public_cloud()
    {
        string[] expected =
        [
            "*.data.mcr.microsoft.com", "*.hcp.{location}.azmk8s.io", "acs-mirror.azureedge.net", "login.microsoftonline.com",
            "management.azure.com", "mcr-0001.mcr-msedge.net", "mcr.microsoft.com", "packages.aks.azure.com", "packages.microsoft.com",
        ];
        var covers = FqdnTags.Find("AzureKubernetesService")!.Covers;
        Assert.Equal(expected, covers.SelectMany(endpoint => endpoint.Fqdns).Order(StringComparer.Ordinal));
        Assert.All(covers, endpoint => Assert.Equal(["https:443"], endpoint.Protocols));
    }

    [Fact]
    public void Only_the_api_server_is_needless_for_a_private_cluster() =>
        Assert.Equal(
            ["api-server"],
            FqdnTags.Find("AzureKubernetesService")!.Covers.Where(endpoint => endpoint.Exempt.Count > 0).Select(endpoint => endpoint.Name));

    [Fact]
    public void Legacy_tunnel_of_the_public_cloud_is_a_set_of_its_own() => EndpointInventory.AssertHolds(
        "udp:1194 #AzureCloud.{tagRegion}; tcp:9000 #AzureCloud.{tagRegion}", "aks-legacy-tunnel", AzureCloud.Public);

    [Fact]
    public void Legacy_tunnel_is_needless_for_private_clusters_and_with_konnectivity() =>
        Assert.All(
            EndpointSets.Find("aks-legacy-tunnel")!.For(AzureCloud.Public).Endpoints!,
            endpoint => Assert.Equal([Exemption.PrivateCluster, Exemption.Konnectivity], endpoint.Exempt));

    [Theory]
    [InlineData(AzureCloud.UsGovernment)]
    [InlineData(AzureCloud.China)]
    public void Sovereign_clouds_know_no_exemption(AzureCloud cloud) =>
        Assert.All(EndpointSets.Find("aks")!.For(cloud).Endpoints!, endpoint => Assert.Empty(endpoint.Exempt));
}
