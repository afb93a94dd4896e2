using AksEgress.Knowledge;
using AzureCloud = AksEgress.Model.AzureCloud;

namespace AksEgress.Tests.Knowledge;

public sealed class EndpointSetsTests
{
    private static readonly string[] _names =
    [
        "aks", "aks-legacy-tunnel", "azure-extensions", "azure-monitor", "azure-policy", "cost-analysis", "defender", "docker-hub",
        "ghcr", "gpu", "key-vault", "mcr", "ubuntu-time", "ubuntu-updates", "windows", "workload-identity",
    ];

    [Fact]
    public void Every_name_that_a_document_may_use_is_there() =>
        Assert.Equal(_names, EndpointSets.All.Select(set => set.Name).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("AKS")]
    [InlineData("aks ")]
    [InlineData("")]
    public void Any_other_name_finds_nothing(string name) => Assert.Null(EndpointSets.Find(name));

    [Fact]
    public void Every_set_answers_for_every_cloud_with_endpoints_or_with_a_reason()
    {
        foreach (var set in EndpointSets.All)
        {
            foreach (var cloud in EndpointInventory.Clouds)
            {
                var answer = set.For(cloud);
                Assert.NotEqual(answer.Endpoints is null, answer.Reason is null);
                Assert.False(answer.Endpoints is [], $"{set.Name} in {cloud} is empty.");
            }
        }
    }

    [Fact]
    public void Nothing_is_said_of_these_four_only() =>
        Assert.Equal(
            ["aks-legacy-tunnel China", "aks-legacy-tunnel UsGovernment", "azure-extensions China", "defender China"],
            from set in EndpointSets.All
            from cloud in EndpointInventory.Clouds
            where set.For(cloud).Endpoints is null
            orderby $"{set.Name} {cloud}"
            select $"{set.Name} {cloud}");

    [Fact]
    public void Names_of_endpoints_are_unique_within_a_set_and_cloud() =>
        Assert.All(
            EndpointInventory.All.CountBy(entry => (entry.Set.Name, entry.Cloud, entry.Endpoint.Name)),
            count => Assert.True(count.Value == 1, $"{count.Key}"));

    [Fact]
    public void Name_of_set_and_endpoint_together_make_the_name_of_a_rule()
    {
        Assert.All(EndpointInventory.All, entry => Assert.Matches("^[a-z][a-z-]*[a-z]$", entry.Endpoint.Name));
        Assert.All(
            EndpointInventory.All,
            entry => Assert.True(AzureResources.Known.RuleName.Accepts($"{entry.Set.Name}-{entry.Endpoint.Name}"), entry.Endpoint.Name));
    }

    [Fact]
    public void No_set_names_a_destination_twice() =>
        Assert.All(
            EndpointInventory.All
                .SelectMany(entry => EndpointInventory.Flatten(entry.Endpoint), (entry, text) => (entry.Set.Name, entry.Cloud, text))
                .CountBy(entry => entry),
            count => Assert.True(count.Value == 1, $"{count.Key}"));

    [Fact]
    public void Descriptions_and_purposes_are_sentences()
    {
        Assert.All(EndpointSets.All, set => Assert.Matches(@"^[A-Z][^\r\n]+\.$", set.Description));
        Assert.All(EndpointInventory.All, entry => Assert.Matches(@"^[A-Z][^\r\n]+\.$", entry.Endpoint.Purpose));
    }

    [Fact]
    public void A_value_that_is_no_cloud_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => EndpointSets.All[0].For((AzureCloud)3));
}
