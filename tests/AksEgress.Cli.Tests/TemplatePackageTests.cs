using AksEgress.Cli.Tests.Infrastructure;

namespace AksEgress.Cli.Tests;

/// <summary>Projects that <c>dotnet new</c> makes of the packed templates, outside of the repository.</summary>
public sealed class TemplatePackageTests : IDisposable
{
    private static readonly (string Template, string Kind)[] _templates = [("aks-egress", "yaml"), ("aks-egress-csharp", "csharp")];

    private readonly PackedFeed _feed = new();

    public void Dispose() => _feed.Dispose();

    [Fact]
    public async Task What_they_make_builds_and_passes_its_tests()
    {
        await _feed.PackAsync("AksEgress", "AksEgress.MSBuild", "AksEgress.Testing", "AksEgress.Templates");
        (await NewAsync("install", _feed.PathOf($"feed/AksEgress.Templates.{_feed.Version}.nupkg"))).Exits(0);

        foreach (var (template, kind) in _templates)
        {
            (await NewAsync(template, "--name", "My.Shop 7", "--output", kind, "--location", "westeurope")).Exits(0);
            (await _feed.DotNetAsync(kind, "build", "-nr:false")).Exits(0);

            var tests = (await _feed.DotNetAsync(kind, "test", "--no-build")).Exits(0);
            Assert.Contains("succeeded: 4", tests.Output, StringComparison.Ordinal);
            Assert.All(["main.bicep", "main.json", "report.md"], file => Assert.True(File.Exists(_feed.PathOf($"{kind}/src/bin/Debug/net10.0/egress/my-shop-7/{file}")), $"{kind} {file}"));
            Assert.Contains("westeurope", await File.ReadAllTextAsync(_feed.PathOf($"{kind}/src/bin/Debug/net10.0/egress/my-shop-7/main.bicep"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_command_makes_the_same()
    {
        await _feed.PackAsync("AksEgress.Templates");
        (await NewAsync("install", _feed.PathOf($"feed/AksEgress.Templates.{_feed.Version}.nupkg"))).Exits(0);

        foreach (var (template, kind) in _templates)
        {
            (await NewAsync(template, "--name", "shop", "--output", $"new/{kind}")).Exits(0);
            using var folder = new Folder();
            (await folder.RunAsync("init", "--kind", kind, "--name", "shop")).Exits(0);

            Assert.Equal(Files(_feed.PathOf($"new/{kind}")), Files(folder.Root));
        }

        // The command has another version than what was just packed.
        SortedDictionary<string, string> Files(string root) => new(Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).ToDictionary(
            file => Path.GetRelativePath(root, file),
            file => File.ReadAllText(file).Replace(_feed.Version, "version", StringComparison.Ordinal).Replace(CommandLine.Init.NewProject.Version, "version", StringComparison.Ordinal)));
    }

    private Task<CliResult> NewAsync(params string[] arguments) => _feed.DotNetAsync("", ["new", .. arguments, "--debug:custom-hive", _feed.PathOf("hive")]);
}
