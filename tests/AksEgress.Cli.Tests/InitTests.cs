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

    [Theory]
    [InlineData("My.Shop 7", "my-shop-7")]
    [InlineData("1st_shop-", "st-shop")]
    [InlineData("123", "aks-egress")]
    public async Task A_project_has_the_name_of_its_folder(string folder, string name)
    {
        (await _folder.RunAsync("init", folder, "--kind", "yaml")).Exits(0);
        Assert.True(File.Exists(_folder.PathOf($"{folder}/src/{name}.egress.yaml")));
    }

    /// <summary>The one mistake that only the rules know: addresses that Azure keeps.</summary>
    [Theory]
    [InlineData("document", "shop.egress.yaml", true)]
    [InlineData("yaml", "src/shop.egress.yaml", true)]
    [InlineData("csharp", "src/Topologies.cs", false)]
    public async Task Findings_stand_in_the_file_that_is_written(string kind, string file, bool hasLine)
    {
        string[] arguments = ["init", "new", "--kind", kind, "--name", "shop", "--cluster-prefix", "172.30.0.0/24"];
        var error = (await _folder.RunAsync(arguments)).Error;

        Assert.StartsWith(Path.Combine("new", file) + (hasLine ? "(" : ":"), error, StringComparison.Ordinal);
        if (hasLine)
        {
            var written = NewProject.Of(kind, NewTopology.Default with { Name = "shop", ClusterPrefix = Cidr.Parse("172.30.0.0/24") }).Files[file];
            Assert.Contains("172.30.0.", written.Split('\n')[int.Parse(error.Split('(', ',')[1], System.Globalization.CultureInfo.InvariantCulture) - 1], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_project_that_cannot_be_written_whole_is_not_written()
    {
        _folder.Write("tests", "a file");

        Assert.Contains("cannot be written", (await _folder.RunAsync("init", "--kind", "yaml")).Exits(2).Error, StringComparison.Ordinal);
        Assert.Equal([_folder.PathOf("tests")], Directory.EnumerateFiles(_folder.Root, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Json_names_the_file() =>
        Assert.Equal("shop.egress.yaml", Path.GetFileName((await _folder.RunAsync("init", "--name", "shop", "--format", "json")).Exits(0).Json.GetProperty("file").GetString()));

    [Theory]
    [InlineData("yaml", "src/shop.egress.yaml", "addressSpace: [10.42.0.0/16]", "prefix: 10.42.2.0/26, role: cluster", "prefix: 10.42.2.64/26 }", "allow: [aks, docker-hub]", "location: westeurope")]
    [InlineData("csharp", "src/Topologies.cs", "Cidr.Parse(\"10.42.0.0/16\")", "\"10.42.2.0/26\"), Role = SubnetRole.Cluster", "\"10.42.2.64/26\")", "[EndpointSet.Aks, EndpointSet.DockerHub]", "Location = \"westeurope\"")]
    public async Task A_project_has_the_answers_in_it(string kind, string file, params string[] texts)
    {
        var result = (await _folder.RunAsync("init", "new", "--kind", kind, "--name", "shop", "--location", "westeurope", "--cluster-prefix", "10.42.2.0/26", "--allow", "aks", "docker-hub")).Exits(0);

        Assert.Equal(
            new[] { ".github/workflows/egress-diff.yml", ".github/workflows/egress.yml", ".gitignore", "README.md", "global.json", "shop.slnx", "src/shop.csproj", "tests/PolicyTests.cs", "tests/shop.Tests.csproj", file }.Concat(kind == "yaml" ? ["src/egress.schema.json"] : []).Order(StringComparer.Ordinal),
            result.Lines.Select(line => Path.GetRelativePath("new", line).Replace('\\', '/')).Order(StringComparer.Ordinal));
        var text = await File.ReadAllTextAsync(_folder.PathOf($"new/{file}"), TestContext.Current.CancellationToken);
        Assert.All(texts, expected => Assert.Contains(expected, text, StringComparison.Ordinal));
        Assert.DoesNotContain(Directory.EnumerateFiles(_folder.PathOf("new"), "*", SearchOption.AllDirectories), path => File.ReadAllText(path) is var content && (content.Contains("topology-name", StringComparison.Ordinal) || content.Contains("EgressTemplate", StringComparison.Ordinal) || content.Contains("0.0.0-template", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_project_goes_nowhere_where_one_of_its_files_is()
    {
        _folder.Write("README.md", "mine");

        Assert.Contains("'./README.md' is there already", (await _folder.RunAsync("init", "--kind", "yaml")).Exits(2).Error.Replace('\\', '/'), StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(_folder.PathOf("README.md"), TestContext.Current.CancellationToken));
        Assert.Single(Directory.EnumerateFileSystemEntries(_folder.Root));
    }

    [Fact]
    public void The_firewall_has_a_place_beside_any_cluster() => Gen.Select(Gen.UInt, Gen.Int[AddressPlan.LeastLength, 30]).Sample((address, length) =>
    {
        var cluster = new Cidr(new(address & (uint.MaxValue << (32 - length))), length);
        var plan = AddressPlan.Around(cluster);
        Assert.True(plan.Space.Contains(cluster) && plan.Space.Contains(plan.Firewall) && !plan.Firewall.Overlaps(cluster), plan.ToString());
    });

    [Fact]
    public void Every_set_can_be_allowed() => Assert.All(NewTopology.Sets.Values, set =>
        Assert.Empty(TopologyDocument.Parse((NewTopology.Default with { Allow = [EndpointSet.Aks, set] }).ToDocument()).Diagnostics));
}
