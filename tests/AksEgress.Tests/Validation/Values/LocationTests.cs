namespace AksEgress.Tests.Validation.Values;

/// <summary>Regions that are misspelled, and regions of other clouds. The list of regions ends; what it lacks may exist.</summary>
public sealed class LocationTests
{
    [Theory]
    [InlineData("westeurope", "")]
    [InlineData("westeurop", "AKSE2023")]
    [InlineData("westeuropee", "AKSE2023")]
    [InlineData("westeuorpe", "AKSE2023")]
    [InlineData("vesteurope", "AKSE2023")]
    [InlineData("veszeurope", "")]
    [InlineData("eastus3", "")]
    [InlineData("westus22", "")]
    [InlineData("chinanorth4", "")]
    [InlineData("northindia", "")]
    [InlineData("southeastus", "")]
    [InlineData("WestEurope", "AKSE2015")]
    [InlineData("west-europe", "AKSE2015")]
    public void One_slip_is_found(string location, string codes) => Assert.Equal(codes, Codes.In($"location: {location}\n"));

    [Fact]
    public void The_region_that_was_meant_is_a_fix()
    {
        var finding = Assert.Single(Findings.In(HelpPage.Complete("location: eatsus\n")));
        Assert.Equal(("eastus", true), (finding.Replacement, finding.Message.EndsWith("Did you mean 'eastus'?", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("chinanorth3", "cloud: public\n", "AKSE2024")]
    [InlineData("chinanorth3", "", "AKSE2024")]
    [InlineData("usgovvirginia", "", "AKSE2024")]
    [InlineData("eastus", "cloud: usGovernment\n", "AKSE2024")]
    [InlineData("usgovvirginia", "cloud: usGovernment\n", "")]
    [InlineData("chinaeast2", "cloud: china\n", "")]
    [InlineData("chinaeast2", "cloud: usGovernment\n", "AKSE2024")]
    [InlineData("usgovmontana", "", "")]
    [InlineData("chinaeast2", "cloud: chinna\n", "AKSE1012")]
    public void A_cloud_has_its_own_regions(string location, string cloud, string codes) => Assert.Equal(codes, Codes.In($"location: {location}\n{cloud}"));

    [Fact]
    public void Both_ways_out_are_named() => Assert.EndsWith(
        "Take the cloud usGovernment, or a region of public.", Assert.Single(Findings.In(HelpPage.Complete("location: usdodeast\n"))).Message, StringComparison.Ordinal);
}
