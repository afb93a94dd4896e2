using AksEgress.MSBuild.Tests.Infra;

namespace AksEgress.MSBuild.Tests;

/// <summary>Projects that are built at the same time, in one process or in many, do not disturb each other.</summary>
public sealed class ParallelTests(Workspace workspace)
{
    private const int Projects = 8;

    [Fact]
    public async Task Eight_projects_on_threads_of_one_process_write_what_one_alone_writes()
    {
        var root = workspace.NewFolder();
        var projects = Enumerable.Range(0, Projects).Select(i => new TestProject(workspace, Path.Combine(root, $"p{i}"), $"p{i}")).ToList();
        await File.WriteAllTextAsync(
            Path.Combine(root, "all.slnx"),
            $"<Solution>{string.Concat(projects.Select(p => $"<Project Path=\"{p.Name}/{p.Name}.csproj\" />"))}</Solution>",
            TestContext.Current.CancellationToken);
        (await DotNet.RunAsync(root, ["restore", "all.slnx", "-nr:false"])).Succeeded();
        (await GenerateAsync(root, "-m:1")).Succeeded();
        var expected = projects[0].Files("bin/Debug/net10.0/egress");
        Assert.Contains("aks-egress/main.bicep", expected.Keys);

        for (var i = 0; i < 3; i++)
        {
            foreach (var project in projects)
            {
                Directory.Delete(project.PathOf("bin"), recursive: true);
            }

            var run = (await GenerateAsync(root, "-mt", "-m:8", "-v:diag")).Succeeded();
            Assert.Contains("Task \"GenerateTopologies\"", run.Output, StringComparison.Ordinal);
            // A task without the attribute goes to a process beside the build: "Launching task … in an external task host".
            Assert.DoesNotContain("Launching task \"GenerateTopologies\"", run.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("Task \"GenerateTopologies\" ran in TaskHost", run.Output, StringComparison.Ordinal);
            Assert.All(projects, project => Assert.Equal(expected, project.Files("bin/Debug/net10.0/egress")));
        }
    }

    private static Task<DotNetRun> GenerateAsync(string root, params string[] arguments) => DotNet.RunAsync(
        root,
        ["msbuild", "all.slnx", "-t:AksEgressGenerate", "-nr:false", "-tl:off", .. arguments],
        // Without this -mt leaves a server behind.
        new Dictionary<string, string> { ["MSBUILDUSESERVER"] = "0" });
}
