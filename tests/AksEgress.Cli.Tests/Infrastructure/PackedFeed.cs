using System.Text.RegularExpressions;

namespace AksEgress.Cli.Tests.Infrastructure;

/// <summary>A folder outside of the repository whose feed has packages as they were just packed. What else is restored comes from where this machine restored it.</summary>
internal sealed class PackedFeed : IDisposable
{
    private readonly Folder _folder = new();

    public PackedFeed()
    {
        foreach (var file in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"])
        {
            _folder.Write(file, "<Project />");
        }

        _folder.Write("nuget.config", $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{_folder.PathOf("packages")}" /></config>
              <packageSources><add key="packed" value="{_folder.PathOf("feed")}" /></packageSources>
              <fallbackPackageFolders><add key="machine" value="{Metadata.PackageRoot}" /></fallbackPackageFolders>
            </configuration>
            """);
        File.Copy(Path.Combine(Metadata.RepositoryRoot, "global.json"), _folder.PathOf("global.json"));
    }

    /// <summary>The version of the packages; never used before, so that nothing can be a leftover.</summary>
    public string Version { get; } = $"0.0.0-e2e.{DateTime.UtcNow.Ticks}";

    /// <summary>A block of C# in README, by words in it.</summary>
    public static string Readme(string words) =>
        Regex.Matches(File.ReadAllText(Path.Combine(Metadata.RepositoryRoot, "README.md")), "```csharp\n(.*?)```", RegexOptions.Singleline)
            .Select(block => block.Groups[1].Value).Single(block => block.Contains(words, StringComparison.Ordinal));

    public string PathOf(string file) => _folder.PathOf(file);

    public void Write(string file, string text) => _folder.Write(file, text);

    /// <summary>Packs what the build of this assembly has built.</summary>
    public async Task PackAsync(params string[] projects)
    {
        foreach (var project in projects)
        {
            (await ChildProcess.RunAsync(Path.Combine(Metadata.RepositoryRoot, "src", project), Metadata.DotNet,
            [
                "pack", "--no-build", "-nr:false", "-c", Metadata.Configuration, "-o", PathOf("feed"), $"-p:MinVerVersionOverride={Version}", "-p:BuildProjectReferences=false",
            ])).Exits(0);
        }
    }

    /// <summary>Runs <c>dotnet</c> in a folder.</summary>
    public Task<CliResult> DotNetAsync(string folder, params string[] arguments) => ChildProcess.RunAsync(PathOf(folder), Metadata.DotNet, arguments);

    public void Dispose() => _folder.Dispose();
}
