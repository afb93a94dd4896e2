using AksEgress.MSBuild.Tests.Infra;

namespace AksEgress.MSBuild.Tests.Code;

/// <summary>Code runs with what its project has, whatever the build has.</summary>
public sealed class DependencyTests(Workspace workspace)
{
    private const string OtherVersions = "<PackageReference Include=\"YamlDotNet\" Version=\"16.3.0\" /><PackageReference Include=\"Scriban.Signed\" Version=\"7.2.1\" />";

    [Theory]
    [InlineData("")]
    [InlineData("<OutputType>Exe</OutputType>")]
    public async Task Other_versions_of_what_we_use_too_are_the_projects_own(string properties)
    {
        // Older ones than the library asks for: newer ones there are none. NuGet calls that a downgrade.
        var project = CodeProject.Create(workspace, properties + "<NoWarn>NU1605</NoWarn>", OtherVersions);
        project.Write(CodeProject.File, CodeProject.Source(
            """
            public static EgressTopology Shop => Named("shop") with { Tags = [Tag(typeof(YamlDotNet.Core.Parser)), Tag(typeof(Scriban.Template)), new("text", Scriban.Template.Parse("{{ 1 + 1 }}").Render())] };

            private static ResourceTag Tag(System.Type type) => new(type.Assembly.GetName().Name, type.Assembly.GetName().Version.ToString());
            """));
        project.Write("Program.cs", properties.Length == 0 ? "" : "System.Console.WriteLine();");
        (await project.BuildAsync()).Succeeded();

        var parameters = await File.ReadAllTextAsync(project.PathOf($"{CodeProject.Egress}/shop/main.bicep"), TestContext.Current.CancellationToken)
            + await File.ReadAllTextAsync(project.PathOf($"{CodeProject.Egress}/shop/main.bicepparam"), TestContext.Current.CancellationToken);
        Assert.Contains("'16.0.0.0'", parameters, StringComparison.Ordinal);
        Assert.Contains("'7.0.0.0'", parameters, StringComparison.Ordinal);
        Assert.Contains("'2'", parameters, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_version_of_the_library_is_an_error()
    {
        var root = workspace.NewFolder();
        var library = Path.Combine(root, "AksEgress");
        Directory.CreateDirectory(library);
        await File.WriteAllTextAsync(
            Path.Combine(library, "AksEgress.csproj"),
            "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework><Version>0.0.1-other</Version></PropertyGroup></Project>",
            TestContext.Current.CancellationToken);
        var project = CodeProject.Create(workspace, folder: Path.Combine(root, "p"));
        project.Write("p.csproj", (await File.ReadAllTextAsync(project.PathOf("p.csproj"), TestContext.Current.CancellationToken))
            .Replace($"<PackageReference Include=\"AksEgress\" Version=\"{workspace.Version}\"", "<ProjectReference Include=\"../AksEgress/AksEgress.csproj\"", StringComparison.Ordinal));
        var line = Assert.Single((await project.BuildAsync()).Failed().Lines("error AKSE"));

        Assert.StartsWith($"{project.PathOf("p.csproj")} : error AKSE0022: The project uses AksEgress 0.0.1-other, and the build AksEgress.MSBuild ", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_project_that_code_uses_is_a_change()
    {
        var root = workspace.NewFolder();
        var library = Path.Combine(root, "lib");
        Directory.CreateDirectory(library);
        await File.WriteAllTextAsync(Path.Combine(library, "lib.csproj"), "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>", TestContext.Current.CancellationToken);
        Task Name(string name) => File.WriteAllTextAsync(Path.Combine(library, "Names.cs"), $"public static class Names {{ public static string Shop => \"{name}\"; }}", TestContext.Current.CancellationToken);
        var project = CodeProject.Create(workspace, items: "<ProjectReference Include=\"../lib/lib.csproj\" />", folder: Path.Combine(root, "p"));
        project.Write(CodeProject.File, CodeProject.Source("public static EgressTopology Shop => Named(Names.Shop);"));
        await Name("first");
        (await project.BuildAsync()).Succeeded();
        Assert.Contains("first/main.bicep", project.Files(CodeProject.Egress).Keys);

        // The body of a member alone: what the compiler sees of the library is as before.
        await Name("second");
        Assert.True((await project.BuildAsync("--no-restore")).Succeeded().Generated);
        Assert.All(project.Files(CodeProject.Egress).Keys, file => Assert.StartsWith("second/", file, StringComparison.Ordinal));
        (await project.QuestionAsync()).Succeeded();
    }

    [Fact]
    public async Task A_library_runs_with_the_frameworks_that_it_names()
    {
        var project = CodeProject.Create(workspace, items: "<FrameworkReference Include=\"Microsoft.AspNetCore.App\" />");
        project.Write(CodeProject.File, CodeProject.Source("public static EgressTopology Shop => Named(new Microsoft.AspNetCore.Http.PathString(\"/shop\").Value.Trim('/'));"));
        (await project.BuildAsync()).Succeeded();

        Assert.Contains("shop/main.bicep", project.Files(CodeProject.Egress).Keys);
    }
}
