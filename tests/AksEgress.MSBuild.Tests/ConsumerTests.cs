using System.IO.Compression;
using System.Xml.Linq;
using AksEgress.MSBuild.Tests.Infra;

namespace AksEgress.MSBuild.Tests;

/// <summary>The package serves the build of the project that names it, and goes no further.</summary>
public sealed class ConsumerTests(Workspace workspace)
{
    [Fact]
    public async Task Added_by_the_cli_it_is_private_and_stays_out_of_output_and_package()
    {
        var project = new TestProject(workspace);
        project.Write("p.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>");
        (await DotNet.RunAsync(project.Folder, ["add", "p.csproj", "package", "AksEgress.MSBuild", "--version", workspace.Version])).Succeeded();
        var reference = XDocument.Load(project.PathOf("p.csproj")).Descendants("PackageReference").Single();
        Assert.Equal("all", reference.Element("PrivateAssets")?.Value);
        Assert.Contains(workspace.Version, (await DotNet.RunAsync(project.Folder, ["package", "list", "--no-restore"])).Succeeded().Output, StringComparison.Ordinal);

        Assert.True((await project.RunAsync(["pack", "-o", "packed", "-p:AksEgressCompileArm=false"])).Succeeded().Generated);
        Assert.DoesNotContain(project.Files("bin").Keys, file => Path.GetExtension(file) == ".dll" && Path.GetFileName(file) != "p.dll");
        Assert.DoesNotContain("AksEgress", await File.ReadAllTextAsync(project.PathOf("bin/Release/net10.0/p.deps.json"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var package = await ZipFile.OpenReadAsync(project.PathOf("packed/p.1.0.0.nupkg"), TestContext.Current.CancellationToken);
        using var nuspec = new StreamReader(await package.GetEntry("p.nuspec")!.OpenAsync(TestContext.Current.CancellationToken));
        Assert.DoesNotContain("AksEgress", await nuspec.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_reference_carries_neither_targets_nor_outputs()
    {
        var root = workspace.NewFolder();
        var library = new TestProject(workspace, Path.Combine(root, "lib"), "lib");
        var app = new TestProject(workspace, Path.Combine(root, "app"), "app");
        File.Delete(app.PathOf("a.egress.yaml"));
        app.Write("app.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup><ProjectReference Include="../lib/lib.csproj" /></ItemGroup>
            </Project>
            """);

        (await app.RunAsync(["publish", "-c", "Debug"])).Succeeded();
        Assert.Contains("aks-egress/main.bicep", library.Files("bin/Debug/net10.0/egress").Keys);
        Assert.DoesNotContain(app.Files("bin").Keys, file => file.Contains("egress", StringComparison.Ordinal));
        Assert.Equal("", (await app.RunAsync(["msbuild", "-getProperty:AksEgressCompileArm"])).Succeeded().Output.Trim());
    }

    [Fact]
    public async Task Publish_has_the_outputs_below_egress()
    {
        var project = new TestProject(workspace);
        (await project.RunAsync(["publish", "-o", "published", "-p:AksEgressOutputPath=infra/"])).Succeeded();

        Assert.Equal(project.Files("infra"), project.Files("published/egress"));
        Assert.Contains("aks-egress/main.bicep", project.Files("infra").Keys);

        (await project.RunAsync(["publish", "--no-build", "-o", "again", "-p:AksEgressOutputPath=infra/"])).Succeeded();
        Assert.Equal(project.Files("infra"), project.Files("again/egress"));
    }
}
