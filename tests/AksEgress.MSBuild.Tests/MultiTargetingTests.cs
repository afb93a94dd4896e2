using AksEgress.MSBuild.Tests.Infra;

namespace AksEgress.MSBuild.Tests;

/// <summary>Infrastructure does not depend on a target framework: a project with several generates once, into one folder.</summary>
public sealed class MultiTargetingTests(Workspace workspace)
{
    private const string Frameworks = "<TargetFrameworks>net10.0;netstandard2.1</TargetFrameworks>";

    [Theory]
    [InlineData("bin/Debug/egress")]
    [InlineData("infra/egress", "-p:AksEgressOutputPath=infra/egress")]
    public async Task A_build_generates_once(string folder, params string[] arguments)
    {
        var project = new TestProject(workspace, framework: Frameworks);
        var run = (await project.BuildAsync(["-m:2", .. arguments])).Succeeded();

        Assert.Single(run.Lines($" -> {project.PathOf(folder)}"));
        Assert.Contains("aks-egress/main.bicep", project.Files(folder).Keys);
        Assert.Equal(project.Files(folder).Count, project.Files(".").Keys.Count(file => file.Contains("/aks-egress/", StringComparison.Ordinal)));
        (await project.QuestionAsync(arguments)).Succeeded();

        (await project.RunAsync(["clean", .. arguments])).Succeeded();
        Assert.False(Directory.Exists(project.PathOf(folder)));
    }

    [Fact]
    public async Task One_framework_alone_gets_the_outputs_too()
    {
        var project = new TestProject(workspace, framework: Frameworks);
        (await project.RunAsync(["publish", "-f", "net10.0", "-o", "published"])).Succeeded();

        Assert.Contains("aks-egress/main.bicep", project.Files("bin/Release/egress").Keys);
        Assert.Equal(project.Files("bin/Release/egress"), project.Files("published/egress"));
    }

    [Fact]
    public async Task Isolated_graph_builds_work()
    {
        var project = new TestProject(workspace, framework: Frameworks);
        (await project.RunAsync(["restore"])).Succeeded();
        var run = (await project.BuildAsync("--no-restore", "-graph", "-isolate", "-m:2")).Succeeded();

        Assert.Single(run.Lines($" -> {project.PathOf("bin/Debug/egress")}"));
    }
}
