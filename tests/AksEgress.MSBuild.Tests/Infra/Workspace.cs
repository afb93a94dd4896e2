namespace AksEgress.MSBuild.Tests.Infra;

/// <summary>
/// A folder outside of the repository, for one run of the tests: a feed with the packages as they were just packed, and nothing of the repository's
/// settings. What else projects need is taken from where this machine restored it.
/// </summary>
public sealed class Workspace : IAsyncLifetime
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("aksegress-");
    private int _projects;

    /// <summary>The version of the package; never used before, so that nothing can be a leftover.</summary>
    public string Version { get; } = $"0.0.0-e2e.{DateTime.UtcNow.Ticks}";

    public string Package => Path.Combine(Feed, $"AksEgress.MSBuild.{Version}.nupkg");

    /// <summary>The feed, for packages of the tests too.</summary>
    public string Feed => Path.Combine(_root.FullName, "feed");

    public async ValueTask InitializeAsync()
    {
        await PackAsync(Feed);
        await PackAsync("AksEgress", Feed);
        foreach (var name in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"])
        {
            await File.WriteAllTextAsync(Path.Combine(_root.FullName, name), "<Project />");
        }

        await File.WriteAllTextAsync(
            Path.Combine(_root.FullName, "nuget.config"),
            $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{Path.Combine(_root.FullName, "packages")}" /></config>
              <packageSources><add key="packed" value="{Feed}" /></packageSources>
              <fallbackPackageFolders><add key="machine" value="{Metadata.PackageRoot}" /></fallbackPackageFolders>
            </configuration>
            """);
        File.Copy(Path.Combine(Metadata.RepositoryRoot, "global.json"), Path.Combine(_root.FullName, "global.json"));
    }

    /// <summary>Packs what the build of this assembly has built.</summary>
    public Task PackAsync(string folder) => PackAsync("AksEgress.MSBuild", folder);

    private async Task PackAsync(string project, string folder) => (await DotNet.RunAsync(
        Path.Combine(Metadata.RepositoryRoot, "src", project),
        [
            "pack", "--no-build", "-nr:false", "-c", Metadata.Configuration, "-o", folder,
            $"-p:MinVerVersionOverride={Version}", "-p:BuildProjectReferences=false", "-p:ContinuousIntegrationBuild=true",
        ],
        new Dictionary<string, string> { ["SOURCE_DATE_EPOCH"] = "1700000000" })).Succeeded();

    /// <summary>A folder for projects.</summary>
    public string NewFolder(string name = "p")
    {
        var number = Interlocked.Increment(ref _projects).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Directory.CreateDirectory(Path.Combine(_root.FullName, number, name)).FullName;
    }

    public ValueTask DisposeAsync()
    {
        _root.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
