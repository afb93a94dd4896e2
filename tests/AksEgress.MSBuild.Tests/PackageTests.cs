using System.IO.Compression;
using System.Security.Cryptography;
using System.Xml.Linq;
using AksEgress.MSBuild.Tests.Infra;

namespace AksEgress.MSBuild.Tests;

/// <summary>What is in the package.</summary>
public sealed class PackageTests(Workspace workspace)
{
    [Fact]
    public async Task It_has_the_task_its_private_assemblies_the_targets_and_the_help_pages()
    {
        string[] expected =
        [
            "AksEgress.MSBuild.nuspec",
            "README.md",
            "build/AksEgress.MSBuild.Warnings.proj",
            "build/AksEgress.MSBuild.props",
            "build/AksEgress.MSBuild.targets",
            "buildMultiTargeting/AksEgress.MSBuild.props",
            "buildMultiTargeting/AksEgress.MSBuild.targets",
            "tasks/net10.0/AksEgress.MSBuild.Host.deps.json",
            "tasks/net10.0/AksEgress.MSBuild.Host.dll",
            "tasks/net10.0/AksEgress.MSBuild.Host.runtimeconfig.json",
            "tasks/net10.0/AksEgress.MSBuild.deps.json",
            "tasks/net10.0/AksEgress.MSBuild.dll",
            "tasks/net10.0/AksEgress.MSBuild.xml",
            "tasks/net10.0/AksEgress.dll",
            "tasks/net10.0/MessagePack.Annotations.dll",
            "tasks/net10.0/MessagePack.dll",
            "tasks/net10.0/Microsoft.NET.StringTools.dll",
            "tasks/net10.0/Microsoft.VisualStudio.Threading.dll",
            "tasks/net10.0/Microsoft.VisualStudio.Validation.dll",
            "tasks/net10.0/Nerdbank.MessagePack.dll",
            "tasks/net10.0/Nerdbank.Streams.dll",
            "tasks/net10.0/Newtonsoft.Json.dll",
            "tasks/net10.0/PolyType.dll",
            "tasks/net10.0/Scriban.Signed.dll",
            "tasks/net10.0/StreamJsonRpc.dll",
            "tasks/net10.0/YamlDotNet.dll",
            .. Directory.EnumerateFiles(Path.Combine(Metadata.RepositoryRoot, "src", "AksEgress", "Help"), "*.md").Select(page => $"help/{Path.GetFileName(page)}"),
        ];

        using var package = await ZipFile.OpenReadAsync(workspace.Package, TestContext.Current.CancellationToken);
        var entries = package.Entries.Select(entry => entry.FullName)
            .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal) && name != "[Content_Types].xml");
        Assert.Equal(expected.Order(StringComparer.Ordinal), entries.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task It_is_a_development_dependency_without_dependencies()
    {
        using var package = await ZipFile.OpenReadAsync(workspace.Package, TestContext.Current.CancellationToken);
        await using var stream = await package.GetEntry("AksEgress.MSBuild.nuspec")!.OpenAsync(TestContext.Current.CancellationToken);
        var metadata = (await XDocument.LoadAsync(stream, LoadOptions.None, TestContext.Current.CancellationToken)).Root!.Elements().Single();

        string? Value(string name) => metadata.Elements().SingleOrDefault(e => e.Name.LocalName == name)?.Value;
        Assert.Equal("true", Value("developmentDependency"));
        Assert.Equal("MIT", Value("license"));
        Assert.Equal("README.md", Value("readme"));
        Assert.DoesNotContain(metadata.Descendants(), e => e.Name.LocalName == "dependency");
    }

    [Fact]
    public async Task Packed_twice_it_is_the_same()
    {
        var folder = workspace.NewFolder();
        await workspace.PackAsync(folder);

        Assert.Equal(await HashAsync(workspace.Package), await HashAsync(Directory.GetFiles(folder, "*.nupkg").Single()));
    }

    private static async Task<string> HashAsync(string file) =>
        Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)));
}
