using AksEgress.Knowledge;
using AzureCloud = AksEgress.Model.AzureCloud;

namespace AksEgress.Tests.Knowledge;

// Written by hand from the registries' own lists and the AKS article, not from our data.
public sealed class RegistryEndpointsTests
{
    private const string DockerHub =
        """
        https:443 auth.docker.io registry-1.docker.io production.cloudflare.docker.com docker.io
                  docker-images-prod.6aa30f8b08e16409b46e0173d6de2f56.r2.cloudflarestorage.com
        """;

    private const string GitHub = "https:443 ghcr.io pkg-containers.githubusercontent.com";

    private const string Microsoft = "https:443 mcr.microsoft.com *.data.mcr.microsoft.com";

    [Theory]
    [InlineData("docker-hub", AzureCloud.Public, DockerHub)]
    [InlineData("docker-hub", AzureCloud.UsGovernment, DockerHub)]
    [InlineData("docker-hub", AzureCloud.China, DockerHub)]
    [InlineData("ghcr", AzureCloud.Public, GitHub)]
    [InlineData("ghcr", AzureCloud.UsGovernment, GitHub)]
    [InlineData("ghcr", AzureCloud.China, GitHub)]
    [InlineData("mcr", AzureCloud.Public, Microsoft)]
    [InlineData("mcr", AzureCloud.UsGovernment, Microsoft)]
    [InlineData("mcr", AzureCloud.China, Microsoft + " mcr.azure.cn *.data.mcr.azure.cn")]
    public void Registry_set_holds_the_hosts_of_a_pull(string set, AzureCloud cloud, string list) => EndpointInventory.AssertHolds(list, set, cloud);
}
