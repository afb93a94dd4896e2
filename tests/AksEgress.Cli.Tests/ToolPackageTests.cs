using System.IO.Compression;
using AksEgress.Cli.Tests.Infrastructure;

namespace AksEgress.Cli.Tests;

/// <summary>The packages, taken from a folder as a stranger would.</summary>
public sealed class ToolPackageTests : IDisposable
{
    private readonly PackedFeed _feed = new();

    public void Dispose() => _feed.Dispose();

    [Fact]
    public async Task The_packed_tool_installs_and_answers()
    {
        await _feed.PackAsync("AksEgress.Cli");
        (await _feed.DotNetAsync("", "tool", "install", "AksEgress.Cli", "--version", _feed.Version, "--tool-path", _feed.PathOf("tools"))).Exits(0);

        (await RunAsync("init", "--name", "shop")).Exits(0);
        (await RunAsync("build", "shop.egress.yaml", "--arm", "false")).Exits(0);
        Assert.True(File.Exists(_feed.PathOf("egress/shop/main.bicep")));
        Assert.StartsWith("allow", (await RunAsync("explain", "shop.egress.yaml", "mcr.microsoft.com")).Exits(0).Output, StringComparison.Ordinal);

        Task<CliResult> RunAsync(params string[] arguments) =>
            ChildProcess.RunAsync(_feed.PathOf(""), _feed.PathOf(Path.Combine("tools", OperatingSystem.IsWindows() ? "aks-egress.exe" : "aks-egress")), arguments);
    }

    [Fact]
    public async Task A_file_of_its_own_runs_the_commands_over_its_topologies()
    {
        await _feed.PackAsync("AksEgress", "AksEgress.CommandLine");
        _feed.Write("readme/egress.cs", PackedFeed.Readme("#:package AksEgress.CommandLine@*-*"));

        var answer = (await RunAsync("readme", "explain", "shop", "mcr.microsoft.com")).Exits(0);
        Assert.Contains("allow  any pod → mcr.microsoft.com https/443\n", answer.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("warning IL", answer.Output, StringComparison.Ordinal);
        Assert.Contains("docker.io", (await RunAsync("readme", "diff", "shop", "stage")).Exits(1).Output, StringComparison.Ordinal);
        Assert.Contains("\n  dotnet run egress.cs -- explain shop mcr.microsoft.com\n", (await RunAsync("readme", "explain", "--help")).Exits(0).Output, StringComparison.Ordinal);
        (await RunAsync("readme", "build", "--arm", "false")).Exits(0);
        Assert.All(["shop", "stage"], name => Assert.True(File.Exists(_feed.PathOf($"readme/egress/{name}/main.bicep"))));

        // A finding stands at the line of its member, and what a member throws too.
        Change("Name = \"stage\"", "Name = \"stage\", Location = \"\"");
        Assert.Contains("egress.cs(26,", (await RunAsync("readme", "validate")).Exits(1).Output, StringComparison.Ordinal);
        Change("Shop with { Name = \"stage\", Location = \"\"", "throw new NotSupportedException(\"not yet\"); // ");
        Assert.Matches(@"egress\.cs\(26,.* error AKSE0020: 'Topologies\.Stage' throws System\.NotSupportedException: not yet", (await RunAsync("readme", "validate")).Exits(1).Output);

        void Change(string before, string after) => _feed.Write("readme/egress.cs", File.ReadAllText(_feed.PathOf("readme/egress.cs")).Replace(before, after, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_sample_of_one_file_runs_with_the_package_too()
    {
        await _feed.PackAsync("AksEgress", "AksEgress.CommandLine");
        var lines = await File.ReadAllLinesAsync(Path.Combine(Metadata.RepositoryRoot, "samples", "SingleFile", "egress.cs"), TestContext.Current.CancellationToken);
        _feed.Write("sample/egress.cs", string.Join('\n', lines.Select(line => line.StartsWith("#:project", StringComparison.Ordinal) ? $"#:package AksEgress.CommandLine@{_feed.Version}" : line)));

        Assert.Contains("2 topologies: 0 error(s), 0 warning(s)", (await RunAsync("sample", "validate")).Exits(0).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_policy_test_of_a_user_runs_and_explains_itself()
    {
        await _feed.PackAsync("AksEgress", "AksEgress.Testing");
        var file = PackedFeed.Readme("#:package AksEgress.CommandLine@*-*");
        _feed.Write("policy/Topologies.cs", "using AksEgress.Model;\n" + file[file.IndexOf("public static class", StringComparison.Ordinal)..]);
        _feed.Write("policy/PolicyTests.cs", PackedFeed.Readme("class PolicyTests"));
        _feed.Write("policy/FailingTests.cs", """
            using AksEgress.Testing;
            using Xunit;

            public sealed class FailingTests
            {
                [Fact]
                public void Images_of_docker() => Topologies.Shop.AssertAllows("https://registry-1.docker.io");

                [Fact]
                public void Files() => Topologies.Shop.AssertRendersAsApproved();
            }
            """);
        _feed.Write("policy/policy.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType><ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable></PropertyGroup>
              <ItemGroup>
                <PackageReference Include="AksEgress.Testing" Version="{_feed.Version}" />
                <PackageReference Include="xunit.v3" Version="4.0.2" />
              </ItemGroup>
            </Project>
            """);
        (await _feed.DotNetAsync("policy", "build", "-nr:false")).Exits(0);

        (await TestAsync("PolicyTests")).Exits(0);
        var failures = (await TestAsync("FailingTests")).Output;
        Assert.Contains("'shop' denies what it should allow.", failures, StringComparison.Ordinal);
        Assert.Contains("deny  any pod → registry-1.docker.io https/443", failures, StringComparison.Ordinal);
        Assert.Contains("new: main.bicep", failures, StringComparison.Ordinal);
        Assert.True(File.Exists(_feed.PathOf("policy/FailingTests.Files/shop/modules/network.received.bicep")));

        Task<CliResult> TestAsync(string name) => _feed.DotNetAsync("policy", "bin/Debug/net10.0/policy.dll", "-noColor", "-class", name);
    }

    [Fact]
    public async Task Packages_take_each_other_in_their_own_version_alone()
    {
        string[] packages = ["AksEgress.CommandLine", "AksEgress.Testing"];
        await _feed.PackAsync(packages);
        foreach (var name in packages)
        {
            await using var package = await ZipFile.OpenReadAsync(_feed.PathOf($"feed/{name}.{_feed.Version}.nupkg"), TestContext.Current.CancellationToken);
            using var nuspec = new StreamReader(await package.GetEntry($"{name}.nuspec")!.OpenAsync(TestContext.Current.CancellationToken));
            Assert.Contains($"<dependency id=\"AksEgress\" version=\"[{_feed.Version}]\"", await nuspec.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    private Task<CliResult> RunAsync(string folder, params string[] arguments) => _feed.DotNetAsync(folder, ["run", "egress.cs", "--", .. arguments]);
}
