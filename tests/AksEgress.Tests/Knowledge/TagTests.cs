using AksEgress.Knowledge;
using AzureCloud = AksEgress.Model.AzureCloud;

namespace AksEgress.Tests.Knowledge;

public sealed class TagTests
{
    [Theory]
    [InlineData("AzureKubernetesService", "AzureKubernetesService")]
    [InlineData("azurekubernetesservice", "AzureKubernetesService")]
    [InlineData("Office365", "Office365")]
    [InlineData("Office365.Skype.Optimize", "Office365")]
    [InlineData("HDInsight", "HDInsight")]
    [InlineData("AzureKubernetesService.eastus", null)]
    [InlineData("Office365Skype", null)]
    [InlineData("AzureMonitor", null)]
    [InlineData("", null)]
    public void Fqdn_tag_is_found_by_name_or_family(string name, string? expected) => Assert.Equal(expected, FqdnTags.Find(name)?.Name);

    [Fact]
    public void Fqdn_tags_are_those_of_the_overview_and_the_name_in_use_for_HDInsight() =>
        Assert.Equal(
            [
                "AppServiceEnvironment", "AzureBackup", "AzureHDInsight", "AzureKubernetesService", "HDInsight",
                "MicrosoftActiveProtectionService", "MicrosoftIntune", "Office365", "Windows365", "WindowsDiagnostics",
                "WindowsUpdate", "WindowsVirtualDesktop", "citrixHdxPlusForWindows365",
            ],
            FqdnTags.All.Select(tag => tag.Name).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("AzureMonitor", "AzureMonitor")]
    [InlineData("azurecloud.EASTUS", "AzureCloud")]
    [InlineData("AzureCloud.norwaye", "AzureCloud")]
    [InlineData("AzureFrontDoor.FirstParty", "AzureFrontDoor.FirstParty")]
    [InlineData("AzureFrontDoor.FirstParty.westeurope", "AzureFrontDoor.FirstParty")]
    [InlineData("AzureMonitor.eastus", null)]
    [InlineData("AzureFrontDoor", null)]
    [InlineData("AzureCloud.", null)]
    [InlineData(".eastus", null)]
    [InlineData("AzureKubernetesService", null)]
    [InlineData("", null)]
    public void Service_tag_is_found_with_a_region_only_where_it_has_regions(string reference, string? expected) =>
        Assert.Equal(expected, ServiceTags.Find(reference)?.Name);

    [Fact]
    public void Service_tags_that_no_firewall_rule_takes() =>
        Assert.Equal(
            [
                "AzureContainerAppsService", "AzureLoadBalancer", "AzurePlatformDNS", "AzurePlatformIMDS", "AzurePlatformLKM",
                "GatewayManager", "Internet", "KustoAnalytics", "MicrosoftPurviewPolicyDistribution", "VirtualNetwork",
            ],
            ServiceTags.All.Where(tag => !tag.Firewall).Select(tag => tag.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Service_tags_that_no_route_takes() =>
        Assert.Equal(
            ["AzureLoadBalancer", "AzurePlatformDNS", "AzurePlatformIMDS", "AzurePlatformLKM", "Internet", "VirtualNetwork"],
            ServiceTags.All.Where(tag => !tag.Route).Select(tag => tag.Name).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("francecentral", "centralfrance")]
    [InlineData("francesouth", "southfrance")]
    [InlineData("brazilsoutheast", "brazilse")]
    [InlineData("germanynorth", "germanyn")]
    [InlineData("germanywestcentral", "germanywc")]
    [InlineData("norwayeast", "norwaye")]
    [InlineData("norwaywest", "norwayw")]
    [InlineData("switzerlandnorth", "switzerlandn")]
    [InlineData("switzerlandwest", "switzerlandw")]
    [InlineData("chilecentral", "chilec")]
    [InlineData("NorwayEast", "norwaye")]
    [InlineData("eastus", "eastus")]
    public void Region_of_a_service_tag_follows_from_the_location(string location, string expected) =>
        Assert.Equal(expected, ServiceTagRegions.For(location));

    [Fact]
    public void Lists_from_one_source_are_never_surer_than_a_warning()
    {
        Assert.Equal(Confidence.Medium, ServiceTags.Evidence.Confidence);
        Assert.Equal(Confidence.Medium, ServiceTagRegions.Evidence.Confidence);
    }
}
