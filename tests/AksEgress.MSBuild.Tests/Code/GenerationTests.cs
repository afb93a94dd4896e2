using System.Diagnostics;
using System.Globalization;
using AksEgress.MSBuild.Tests.Infra;

namespace AksEgress.MSBuild.Tests.Code;

/// <summary>A build writes what code says as it writes what documents say.</summary>
public sealed class GenerationTests(RestoredCodeProject restored) : IClassFixture<RestoredCodeProject>
{
    [Fact]
    public async Task Code_and_documents_give_the_same_files_beside_each_other()
    {
        var project = restored.With("public static EgressTopology FromCode { get; } = Named(\"shop\");");
        (await project.GenerateAsync()).Succeeded();
        var fromCode = project.Files(CodeProject.Egress);
        Assert.Contains("shop/main.bicep", fromCode.Keys);
        Assert.Contains("shop/report.html", fromCode.Keys);

        project = restored.With("public static EgressTopology FromCode { get; } = Named(\"other\");");
        project.Write("a.egress.yaml", TestProject.Document("shop"));
        (await project.GenerateAsync()).Succeeded();
        var both = project.Files(CodeProject.Egress);

        Assert.Equal(fromCode, both.Where(file => file.Key.StartsWith("shop/", StringComparison.Ordinal)));
        Assert.Contains("other/main.bicep", both.Keys);
    }

    [Fact]
    public async Task Nothing_changed_nothing_runs()
    {
        var project = restored.Generated();
        (await project.BuildAsync()).Succeeded();

        (await project.QuestionAsync()).Succeeded();
        Assert.False((await project.BuildAsync("--no-restore")).Succeeded().Generated);
        Assert.Contains("shop/main.bicep", project.Files(CodeProject.Egress).Keys);
    }

    [Fact]
    public async Task Changed_code_and_deleted_outputs_run_once()
    {
        var project = restored.Generated();
        var before = project.Files(CodeProject.Egress);
        File.Delete(project.PathOf($"{CodeProject.Egress}/shop/main.bicep"));
        await GeneratesOnceAsync(project);
        Assert.Equal(before, project.Files(CodeProject.Egress));

        restored.With("public static EgressTopology Shop => Named(\"renamed\");");
        await GeneratesOnceAsync(project);
        Assert.All(project.Files(CodeProject.Egress).Keys, file => Assert.StartsWith("renamed/", file, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_that_code_reads_is_an_input_when_the_project_says_so()
    {
        var project = restored.With("public static EgressTopology Shop => Named(System.IO.File.ReadAllText(\"name.txt\"));");
        project.Write("Directory.Build.props", "<Project><ItemGroup><AksEgressInput Include=\"name.txt\" /></ItemGroup></Project>");
        project.Write("name.txt", "first");
        (await project.GenerateAsync()).Succeeded();
        project.Write("name.txt", "second");

        await GeneratesOnceAsync(project);
        Assert.Contains("second/main.bicep", project.Files(CodeProject.Egress).Keys);
        File.Delete(project.PathOf("Directory.Build.props"));
    }

    [Fact]
    public async Task Outputs_are_items_published_and_cleaned()
    {
        var project = restored.Generated();
        Assert.Contains("\"Kind\": \"BicepParam\"", (await project.GenerateAsync("-getTargetResult:AksEgressGenerate")).Succeeded().Output, StringComparison.Ordinal);

        (await project.RunAsync(["publish", "-c", "Debug", "--no-restore", "-o", "published"])).Succeeded();
        Assert.Equal(project.Files(CodeProject.Egress), project.Files("published/egress"));
        (await project.RunAsync(["publish", "-c", "Debug", "--no-build", "-o", "again"])).Succeeded();
        Assert.Equal(project.Files(CodeProject.Egress), project.Files("again/egress"));

        (await project.RunAsync(["clean"])).Succeeded();
        Assert.False(Directory.Exists(project.PathOf(CodeProject.Egress)));
        Assert.False(Directory.Exists(project.PathOf("obj/Debug/net10.0/egress")));
    }

    [Fact]
    public async Task Code_runs_only_when_the_project_asks_for_it()
    {
        var project = restored.With("public static EgressTopology Shop { get { System.IO.File.WriteAllText(\"ran.txt\", \"\"); return Named(\"shop\"); } }");
        (await project.BuildAsync("-p:AksEgressGenerateFromCode=false")).Succeeded();
        (await project.RunAsync(["msbuild", "-t:Compile;AksEgressGenerate", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true"])).Succeeded();
        Assert.False(File.Exists(project.PathOf("ran.txt")));

        (await project.BuildAsync()).Succeeded();
        Assert.True(File.Exists(project.PathOf("ran.txt")));

        // What code made goes when it is no longer wanted.
        (await project.BuildAsync("-p:AksEgressGenerateFromCode=false")).Succeeded();
        Assert.Empty(project.Files(CodeProject.Egress));
    }

    [Fact]
    public async Task What_code_writes_to_the_console_is_in_the_log_and_it_reads_nothing_there()
    {
        var project = restored.With("public static EgressTopology Shop { get { System.Console.WriteLine(\"{0} teams\"); System.Console.Error.WriteLine(\"no error\"); System.Console.WriteLine($\"input: {System.Console.OpenStandardInput().ReadByte()}\"); return Named(\"shop\"); } }");

        Assert.Empty((await project.GenerateAsync()).Succeeded().Lines("teams"));
        var run = (await project.BuildAsync("--no-restore", "-t:Rebuild", "-v:normal")).Succeeded();
        Assert.Single(run.Lines("{0} teams"));
        Assert.Single(run.Lines("no error"));
        Assert.Single(run.Lines("input: -1"));
    }

    [Fact]
    public async Task What_code_leaves_running_is_heard_for_a_moment_and_does_not_hold_the_build()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("The script is one of Unix.");
            return;
        }

        var project = restored.With("public static EgressTopology Shop { get { System.Diagnostics.Process.Start(\"sh\", \"left.sh\"); return Named(\"shop\"); } }");
        project.Write("left.sh", "exec >/dev/null\necho $$ > id\nwhile kill -0 $PPID 2>/dev/null; do sleep 0.1; done\necho {0} more >&2\nexec sleep 60\n");
        var run = (await project.BuildAsync("--no-restore", "-t:Rebuild", "-v:normal")).Succeeded();

        using var left = Process.GetProcessById(int.Parse(await File.ReadAllTextAsync(project.PathOf("id"), TestContext.Current.CancellationToken), CultureInfo.InvariantCulture));
        left.Kill();
        Assert.Single(run.Lines("{0} more"));
    }

    private static async Task GeneratesOnceAsync(TestProject project)
    {
        Assert.True((await project.GenerateAsync()).Succeeded().Generated);
        (await project.GenerateAsync("-question")).Succeeded();
    }
}
