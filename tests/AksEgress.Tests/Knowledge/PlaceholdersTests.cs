using AksEgress.Knowledge;
using AzureCloud = AksEgress.Model.AzureCloud;

namespace AksEgress.Tests.Knowledge;

public sealed class PlaceholdersTests
{
    [Theory]
    [InlineData("*.hcp.{location}.azmk8s.io", "norwayeast", "*.hcp.norwayeast.azmk8s.io")]
    [InlineData("AzureCloud.{tagRegion}", "norwayeast", "AzureCloud.norwaye")]
    [InlineData("AzureCloud.{tagRegion}", "eastus", "AzureCloud.eastus")]
    [InlineData("ghcr.io", "eastus", "ghcr.io")]
    public void Location_and_tag_region_are_filled_in(string text, string location, string expected) =>
        Assert.Equal(expected, Placeholders.Fill(text, location));
}
