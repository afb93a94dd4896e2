using AksEgress.Knowledge;
using AzureCloud = AksEgress.Model.AzureCloud;

namespace AksEgress.Tests.Knowledge;

// Written by hand from the AKS article on outbound rules, not from our data.
public sealed class FeatureEndpointsTests
{
    private const string Ubuntu =
        "http:80 security.ubuntu.com azure.archive.ubuntu.com changelogs.ubuntu.com; https:443 snapshot.ubuntu.com";

    private const string Gpu = "https:443 nvidia.github.io us.download.nvidia.com download.docker.com";

    private const string Windows =
        """
        https:443 onegetcdn.azureedge.net go.microsoft.com;
        http:80 *.mp.microsoft.com www.msftconnecttest.com ctldl.windowsupdate.com
        """;

    [Theory]
    [InlineData("ubuntu-updates", AzureCloud.Public, Ubuntu)]
    [InlineData("ubuntu-updates", AzureCloud.UsGovernment, Ubuntu)]
    [InlineData("ubuntu-updates", AzureCloud.China, Ubuntu)]
    [InlineData("ubuntu-time", AzureCloud.Public, "udp:123 ntp.ubuntu.com")]
    [InlineData("ubuntu-time", AzureCloud.UsGovernment, "udp:123 ntp.ubuntu.com")]
    [InlineData("ubuntu-time", AzureCloud.China, "udp:123 ntp.ubuntu.com")]
    [InlineData("gpu", AzureCloud.Public, Gpu)]
    [InlineData("gpu", AzureCloud.UsGovernment, Gpu)]
    [InlineData("gpu", AzureCloud.China, Gpu)]
    [InlineData("windows", AzureCloud.Public, Windows + "; tcp:1688 azkms.core.windows.net kms.core.windows.net")]
    [InlineData("windows", AzureCloud.UsGovernment, Windows)]
    [InlineData("windows", AzureCloud.China, Windows)]
    [InlineData("key-vault", AzureCloud.Public, "https:443 vault.azure.net *.vault.azure.net")]
    [InlineData("key-vault", AzureCloud.UsGovernment, "https:443 *.vault.usgovcloudapi.net")]
    [InlineData("key-vault", AzureCloud.China, "https:443 *.vault.azure.cn")]
    [InlineData("workload-identity", AzureCloud.Public, "https:443 login.microsoftonline.com")]
    [InlineData("workload-identity", AzureCloud.UsGovernment, "https:443 login.microsoftonline.us")]
    [InlineData("workload-identity", AzureCloud.China, "https:443 login.chinacloudapi.cn")]
    [InlineData(
        "azure-policy",
        AzureCloud.Public,
        "https:443 data.policy.core.windows.net store.policy.core.windows.net dc.services.visualstudio.com")]
    [InlineData("azure-policy", AzureCloud.UsGovernment, "https:443 data.policy.azure.us store.policy.azure.us")]
    [InlineData("azure-policy", AzureCloud.China, "https:443 data.policy.azure.cn store.policy.azure.cn")]
    [InlineData("cost-analysis", AzureCloud.Public, "https:443 management.azure.com login.microsoftonline.com")]
    [InlineData("cost-analysis", AzureCloud.UsGovernment, "https:443 management.usgovcloudapi.net login.microsoftonline.us")]
    [InlineData("cost-analysis", AzureCloud.China, "https:443 management.chinacloudapi.cn login.microsoftonline.cn login.chinacloudapi.cn")]
    public void Feature_set_holds_the_hosts_of_the_feature(string set, AzureCloud cloud, string list) =>
        EndpointInventory.AssertHolds(list, set, cloud);
}
