using AksEgress.CommandLine.Init;
using AksEgress.Cli.Tests.Infrastructure;
using AksEgress.Model;
using AksEgress.Parsing;
using CsCheck;

namespace AksEgress.Cli.Tests;

/// <summary><c>aks-egress init</c>.</summary>
public sealed class InitTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("aks-egress.egress.yaml")]
    [InlineData("shop.egress.yaml", "--name", "shop", "--location", "westeurope", "--cluster-prefix", "10.1.0.0/22", "--allow", "aks", "docker-hub", "ghcr")]
    public async Task What_it_writes_has_no_findings(string file, params string[] arguments)
    {
        var result = (await _folder.RunAsync(["init", .. arguments])).Exits(0);

        Assert.Equal([file, "egress.schema.json"], result.Lines.Select(Path.GetFileName));
        Assert.StartsWith("# yaml-language-server: $schema=egress.schema.json\n", await File.ReadAllTextAsync(_folder.PathOf(file), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal((await _folder.RunAsync("schema")).Output, await File.ReadAllTextAsync(_folder.PathOf("egress.schema.json"), TestContext.Current.CancellationToken));
        Assert.Empty(result.Error);
        Assert.Empty((await _folder.RunAsync("validate", file)).Exits(0).Output);
    }

    [Fact]
    public async Task It_overwrites_nothing()
    {
        _folder.Write("infra/shop.egress.yaml", "mine");

        Assert.Contains("left as it is", (await _folder.RunAsync("init", "infra", "--name", "shop")).Exits(2).Error, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(_folder.PathOf("infra/shop.egress.yaml"), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("--name", "../shop")]
    [InlineData("--name", "Shop")]
    [InlineData("--location", "West Europe")]
    [InlineData("--cluster-prefix", "10.42.1.5/24")]
    [InlineData("--cluster-prefix", "10.0.0.0/8")]
    [InlineData("--cluster-prefix", "20.1.0.0/24")]
    [InlineData("--cluster-prefix", "192.168.0.0/16")]
    [InlineData("--cluster-prefix", "10.0.1.0/24")]
    [InlineData("--allow", "dokcer-hub")]
    public async Task Bad_input_gives_2_and_writes_nothing(params string[] arguments)
    {
        (await _folder.RunAsync(["init", .. arguments])).Exits(2);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Root));
    }

    [Fact]
    public async Task Json_names_the_file() =>
        Assert.Equal("shop.egress.yaml", Path.GetFileName((await _folder.RunAsync("init", "--name", "shop", "--format", "json")).Exits(0).Json.GetProperty("file").GetString()));

    [Fact]
    public void The_firewall_has_a_place_beside_any_cluster() => Gen.Select(Gen.UInt, Gen.Int[AddressPlan.LeastLength, 30]).Sample((address, length) =>
    {
        var cluster = new Cidr(new(address & (uint.MaxValue << (32 - length))), length);
        var plan = AddressPlan.Around(cluster);
        Assert.True(plan.Space.Contains(cluster) && plan.Space.Contains(plan.Firewall) && !plan.Firewall.Overlaps(cluster), plan.ToString());
    });

    [Fact]
    public void Every_set_can_be_allowed() => Assert.All(NewDocument.Sets.Values, set =>
        Assert.Empty(TopologyDocument.Parse((NewDocument.Default with { Allow = [EndpointSet.Aks, set] }).ToString()).Diagnostics));
}
