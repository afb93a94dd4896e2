using AksEgress.MSBuild.Tests.Infra;

namespace AksEgress.MSBuild.Tests.Code;

/// <summary>Code runs in all forms of a build: for one framework of several, in graphs, on threads.</summary>
public sealed class BuildFormTests(Workspace workspace)
{
    private const string Frameworks = "<TargetFrameworks>netstandard2.1;\n  net10.0</TargetFrameworks>";

    [Fact]
    public async Task Of_several_frameworks_one_generates_for_all()
    {
        var project = MultiTargeting();
        var run = (await project.BuildAsync("-m:2")).Succeeded();
        Assert.Single(run.Lines($" -> {project.PathOf(CodeProject.Egress)}"));
        (await project.QuestionAsync()).Succeeded();

        // The outer build and the other framework have its outputs.
        Assert.Contains("shop/main.bicep", (await project.GenerateAsync("-getTargetResult:AksEgressGenerate")).Succeeded().Output, StringComparison.Ordinal);
        (await project.RunAsync(["publish", "-f", "netstandard2.1", "-c", "Debug", "--no-restore", "-o", "published"])).Succeeded();
        Assert.Equal(project.Files(CodeProject.Egress), project.Files("published/egress"));

        (await project.RunAsync(["clean"])).Succeeded();
        Assert.False(Directory.Exists(project.PathOf(CodeProject.Egress)));
    }

    [Fact]
    public async Task Isolated_graph_builds_work()
    {
        var project = MultiTargeting();
        (await project.RunAsync(["restore"])).Succeeded();

        Assert.Single((await project.BuildAsync("--no-restore", "-graph", "-isolate", "-m:2")).Succeeded().Lines($" -> {project.PathOf(CodeProject.Egress)}"));
    }

    [Fact]
    public async Task A_framework_that_the_project_has_not_is_an_error()
    {
        var project = MultiTargeting();
        (await project.RunAsync(["restore"])).Succeeded();

        foreach (var arguments in (string[][])[["build", "--no-restore"], ["build", "--no-restore", "-f", "net10.0"], ["msbuild", "-t:AksEgressGenerate"]])
        {
            Assert.Single((await project.RunAsync([.. arguments, "-p:AksEgressTargetFramework=net11.0"])).Failed().Lines("error AKSE0026"));
        }
    }

    [Fact]
    public async Task Projects_on_threads_of_one_process_write_what_one_alone_writes()
    {
        var root = workspace.NewFolder();
        var projects = Enumerable.Range(0, 4).Select(i => CodeProject.Create(workspace, name: $"p{i}", folder: Path.Combine(root, $"p{i}"))).ToList();
        foreach (var project in projects)
        {
            project.Write(CodeProject.File, CodeProject.Source("public static EgressTopology Shop => Named(System.IO.File.ReadAllText(\"name.txt\"));"));
            project.Write("name.txt", "shop");
        }

        await File.WriteAllTextAsync(
            Path.Combine(root, "all.slnx"),
            $"<Solution>{string.Concat(projects.Select(p => $"<Project Path=\"{p.Name}/{p.Name}.csproj\" />"))}</Solution>",
            TestContext.Current.CancellationToken);
        (await DotNet.RunAsync(root, ["build", "all.slnx", "-nr:false", "-tl:off", "-mt", "-m:4"], new Dictionary<string, string> { ["MSBUILDUSESERVER"] = "0" })).Succeeded();

        Assert.Contains("shop/main.bicep", projects[0].Files(CodeProject.Egress).Keys);
        Assert.All(projects, project => Assert.Equal(projects[0].Files(CodeProject.Egress), project.Files(CodeProject.Egress)));
    }

    private TestProject MultiTargeting()
    {
        var project = CodeProject.Create(workspace, framework: Frameworks);
        project.Write(CodeProject.File, $"#if NET10_0_OR_GREATER\n{CodeProject.Source("public static EgressTopology Shop => Named(\"shop\");")}\n#endif\n");
        return project;
    }
}
