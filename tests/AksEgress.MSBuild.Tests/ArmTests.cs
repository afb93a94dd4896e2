using System.Globalization;
using AksEgress.MSBuild.Tests.Infra;

namespace AksEgress.MSBuild.Tests;

/// <summary>ARM templates: when there is a Bicep CLI, always or never.</summary>
public sealed class ArmTests(RestoredProject restored) : IClassFixture<RestoredProject>
{
    private const string Egress = "bin/Debug/net10.0/egress";
    private const string Template = "aks-egress/main.json";
    private static readonly string _executable = OperatingSystem.IsWindows() ? "bicep.exe" : "bicep";

    private static string BicepCli => Path.Combine(
        Metadata.PackageRoot, Metadata.BicepCliPackage.ToLower(CultureInfo.InvariantCulture), Metadata.BicepCliVersion, "tools", _executable);

    [Fact]
    public async Task The_package_of_the_cli_is_found_by_its_property()
    {
        var project = restored.Generated();
        project.WriteProject(
            "<TargetFramework>net10.0</TargetFramework>", $"<PackageReference Include=\"{Metadata.BicepCliPackage}\" Version=\"{Metadata.BicepCliVersion}\" />");
        var run = (await project.BuildAsync()).Succeeded();
        (await project.QuestionAsync()).Succeeded();
        var files = project.Files(Egress);
        project.WriteProject("<TargetFramework>net10.0</TargetFramework><AksEgressCompileArm>false</AksEgressCompileArm>");
        (await project.BuildAsync()).Succeeded();

        Assert.Empty(run.Lines("AKSE4101"));
        Assert.Contains(Template, files.Keys);
        Assert.DoesNotContain(Template, project.Files(Egress).Keys);
    }

    [Fact]
    public async Task Without_a_cli_auto_says_how_to_get_one_and_uses_it_when_it_is_there()
    {
        var project = restored.Generated();
        var azure = project.PathOf("azure");
        var without = (await GenerateAsync(project, azure, "auto")).Succeeded();
        Assert.Single(without.Lines("message AKSE4101"));
        Assert.DoesNotContain(Template, project.Files(Egress).Keys);
        Assert.Contains("aks-egress/main.bicep", project.Files(Egress).Keys);
        Assert.False((await GenerateAsync(project, azure, "auto")).Succeeded().Generated);

        Directory.CreateDirectory(Path.Combine(azure, "bin"));
        File.Copy(BicepCli, Path.Combine(azure, "bin", _executable));
        Assert.Empty((await GenerateAsync(project, azure, "auto")).Succeeded().Lines("AKSE4101"));
        Assert.Contains(Template, project.Files(Egress).Keys);
    }

    [Fact]
    public async Task Without_a_cli_true_is_an_error()
    {
        var project = restored.Generated();
        var before = project.Files(Egress);

        Assert.Single((await GenerateAsync(project, project.PathOf("none"), "true")).Failed().Lines("error AKSE4102"));
        Assert.Equal(before, project.Files(Egress));
    }

    [Fact]
    public async Task A_named_cli_that_is_missing_is_an_error()
    {
        var project = restored.Generated();
        var run = (await project.GenerateAsync("-p:AksEgressCompileArm=auto", "-p:BicepPath=tools/bicep")).Failed();

        Assert.Contains(project.PathOf("tools/bicep"), Assert.Single(run.Lines("error AKSE4103")), StringComparison.Ordinal);
    }

    // Only what a build itself needs is on the path.
    private static Task<DotNetRun> GenerateAsync(TestProject project, string azure, string compileArm) => project.RunAsync(
        ["msbuild", "-t:AksEgressGenerate", $"-p:AksEgressCompileArm={compileArm}"],
        new Dictionary<string, string> { ["PATH"] = string.Join(Path.PathSeparator, Metadata.DotNetRoot, Environment.SystemDirectory), ["AZURE_CONFIG_DIR"] = azure });
}
