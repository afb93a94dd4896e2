using AksEgress.Cli.Tests.Infrastructure;

namespace AksEgress.Cli.Tests;

/// <summary>The package, installed from a folder as a stranger would.</summary>
public sealed class ToolPackageTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_packed_tool_installs_and_answers()
    {
        // Never used before, so that nothing can be a leftover.
        var version = $"0.0.0-e2e.{DateTime.UtcNow.Ticks}";
        (await ChildProcess.RunAsync(Path.Combine(Metadata.RepositoryRoot, "src", "AksEgress.Cli"), Metadata.DotNet,
        [
            "pack", "--no-build", "-nr:false", "-c", Metadata.Configuration, "-o", _folder.PathOf("feed"),
            $"-p:MinVerVersionOverride={version}", "-p:BuildProjectReferences=false",
        ])).Exits(0);
        _folder.Write("nuget.config", $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{_folder.PathOf("packages")}" /></config>
              <packageSources><clear /><add key="packed" value="{_folder.PathOf("feed")}" /></packageSources>
            </configuration>
            """);
        (await ChildProcess.RunAsync(_folder.Root, Metadata.DotNet, ["tool", "install", "AksEgress.Cli", "--version", version, "--tool-path", _folder.PathOf("tools")])).Exits(0);

        var command = _folder.PathOf(Path.Combine("tools", OperatingSystem.IsWindows() ? "aks-egress.exe" : "aks-egress"));
        (await ChildProcess.RunAsync(_folder.Root, command, ["init", "--name", "shop"])).Exits(0);
        (await ChildProcess.RunAsync(_folder.Root, command, ["build", "shop.egress.yaml", "--arm", "false"])).Exits(0);
        Assert.True(File.Exists(_folder.PathOf("egress/shop/main.bicep")));
        Assert.StartsWith("allow", (await ChildProcess.RunAsync(_folder.Root, command, ["explain", "shop.egress.yaml", "mcr.microsoft.com"])).Exits(0).Output, StringComparison.Ordinal);
    }
}
