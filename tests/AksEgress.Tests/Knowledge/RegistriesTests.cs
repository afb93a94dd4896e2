using AksEgress.Knowledge;

namespace AksEgress.Tests.Knowledge;

public sealed class RegistriesTests
{
    [Fact]
    public void A_registry_has_the_hosts_of_a_set_or_its_own() => Assert.All(Registries.All, known =>
    {
        Assert.NotEqual(known.Set is null, known.Hosts.Count == 0);
        Assert.Equal(known.Set is null, known.Endpoint is null);
        Assert.NotEmpty(known.HostsOf("shop.azurecr.io", "eastus"));
    });

    [Fact]
    public void No_placeholder_is_left() => Assert.All(
        Registries.All.SelectMany(known => known.HostsOf(known.Registry.Replace("*", "shop", StringComparison.Ordinal), "eastus")).SelectMany(alternatives => alternatives),
        host => Assert.DoesNotContain('{', host));

    // azure-facts 1.4: a private registry's layers come from its dedicated data endpoint or from storage.
    [Fact]
    public void A_private_registry_has_data_endpoints() => Assert.Equal(
        ["shop.azurecr.io", "shop.eastus.data.azurecr.io|*.blob.core.windows.net"],
        Registries.Find("shop.azurecr.io")!.HostsOf("shop.azurecr.io", "eastus").Select(alternatives => string.Join('|', alternatives)));

    [Theory]
    [InlineData("azurecr.io")]
    [InlineData("notdocker.io")]
    [InlineData("docker.io.example.com")]
    public void Others_are_not_known(string registry) => Assert.Null(Registries.Find(registry));
}
