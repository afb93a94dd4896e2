using AksEgress.MSBuild.Tests.Infra;

namespace AksEgress.MSBuild.Tests;

/// <summary>Projects of all shapes and places.</summary>
public sealed class LayoutTests(Workspace workspace)
{
    [Fact]
    public async Task Paths_may_have_blanks_signs_and_letters_of_any_script()
    {
        var project = new TestProject(workspace, workspace.NewFolder("it's (é) @&+ $x 汉"));
        Assert.True((await project.BuildAsync()).Succeeded().Generated);
        (await project.QuestionAsync()).Succeeded();

        (await project.RunAsync(["publish", "-c", "Debug"])).Succeeded();
        Assert.Contains("aks-egress/main.bicep", project.Files("bin/Debug/net10.0/publish/egress").Keys);
        Assert.Equal(project.Files("bin/Debug/net10.0/egress"), project.Files("bin/Debug/net10.0/publish/egress"));

        (await project.RunAsync(["clean"])).Succeeded();
        Assert.Empty(project.Files("bin/Debug/net10.0/egress"));
    }

    [Theory]
    [InlineData("Microsoft.Build.NoTargets/3.7.0", "net10.0")]
    [InlineData("Microsoft.NET.Sdk", "netstandard2.1")]
    public async Task A_project_that_can_have_no_code_generates_its_documents(string sdk, string framework)
    {
        var project = new TestProject(workspace);
        project.WriteProject($"<TargetFramework>{framework}</TargetFramework><AksEgressCompileArm>false</AksEgressCompileArm><AksEgressGenerateFromCode>true</AksEgressGenerateFromCode>", sdk: sdk);
        Assert.True((await project.BuildAsync()).Succeeded().Generated);

        Assert.Contains("aks-egress/main.bicep", project.Files($"bin/Debug/{framework}/egress").Keys);
        (await project.QuestionAsync()).Succeeded();
    }

    [Fact]
    public async Task The_artifacts_layout_has_its_own_places()
    {
        var project = new TestProject(workspace);
        project.Write("Directory.Build.props", "<Project><PropertyGroup><UseArtifactsOutput>true</UseArtifactsOutput></PropertyGroup></Project>");
        Assert.True((await project.BuildAsync()).Succeeded().Generated);

        Assert.Contains("aks-egress/main.bicep", project.Files("artifacts/bin/p/debug/egress").Keys);
        Assert.False(Directory.Exists(project.PathOf("bin")));
        (await project.QuestionAsync()).Succeeded();
    }

    [Fact]
    public async Task The_outputs_do_not_depend_on_the_culture()
    {
        var project = new TestProject(workspace);
        (await project.BuildAsync()).Succeeded();
        var expected = project.Files("bin/Debug/net10.0/egress");
        foreach (var culture in (string[])["tr_TR.UTF-8", "de_DE.UTF-8"])
        {
            var environment = new Dictionary<string, string> { ["LC_ALL"] = culture, ["LANG"] = culture, ["DOTNET_CLI_UI_LANGUAGE"] = culture[..2] };
            (await project.RunAsync(["msbuild", "-t:AksEgressGenerate", $"-p:AksEgressOutputPath={culture}/"], environment)).Succeeded();
            Assert.Equal(expected, project.Files(culture));
        }
    }
}
