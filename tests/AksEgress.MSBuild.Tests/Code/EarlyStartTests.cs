using System.Globalization;
using AksEgress.MSBuild.Tests.Infra;

namespace AksEgress.MSBuild.Tests.Code;

/// <summary>The process for the code starts before the code is compiled.</summary>
public sealed class EarlyStartTests(RestoredCodeProject restored) : IClassFixture<RestoredCodeProject>
{
    [Fact]
    public async Task It_is_there_before_the_code_and_has_the_frameworks_that_the_code_wants()
    {
        var project = restored.Generated();
        restored.With(Telling("one"));
        (await project.GenerateAsync()).Succeeded();
        var early = await ReadAsync(project);

        // What it runs with is deleted meanwhile, and written again.
        restored.With(Telling("rebuilt"));
        (await project.RunAsync(["msbuild", "-t:Rebuild"])).Succeeded();
        var rebuilt = await ReadAsync(project);

        restored.With(Telling("two"));
        (await project.GenerateAsync("-p:InvariantGlobalization=true")).Succeeded();
        var late = await ReadAsync(project);

        // As of a self-contained program, which has no frameworks to run with.
        restored.With(Telling("three"));
        (await project.GenerateAsync("-p:GenerateRuntimeConfigurationFiles=false", "-p:ProjectRuntimeConfigFilePath=")).Succeeded();

        Assert.True(early.Started < early.Compiled, "The process was not started early.");
        Assert.True(rebuilt.Started < rebuilt.Compiled, "The process was not started before the rebuild.");
        Assert.False(early.IsInvariant);
        Assert.True(late.IsInvariant);
    }

    [Fact]
    public async Task Nothing_of_it_stays_where_the_code_does_not_compile()
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Skip("Only Linux tells the arguments of processes as files.");
            return;
        }

        var project = restored.Generated();
        restored.With("public static EgressTopology Shop => none;");

        Assert.Single((await project.GenerateAsync()).Failed().Lines("error CS0103"), line => !line.StartsWith(' '));
        for (var waited = 0; Processes(project.Folder).Any(); waited++)
        {
            Assert.True(waited < 300, "A process is left.");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task Code_for_the_platform_is_taken_where_the_package_has_it()
    {
        var project = restored.Generated();
        // Other tests use the package meanwhile, on the platform that there is.
        async Task<string> TasksAsync() => (await project.RunAsync(["msbuild", "-getProperty:_AksEgressTasks", "-p:NETCoreSdkPortableRuntimeIdentifier=another"])).Succeeded().Output.Trim();

        var tasks = await TasksAsync();
        var platform = Path.Combine(Path.GetDirectoryName(tasks)!, "another");
        Directory.CreateDirectory(platform);
        try
        {
            var precompiled = Path.Combine(platform, Path.GetFileName(tasks));
            File.Copy(tasks, precompiled);
            Assert.Equal(precompiled, await TasksAsync());
        }
        finally
        {
            Directory.Delete(platform, recursive: true);
        }
    }

    private static string Telling(string name) =>
        $$"""
        public static EgressTopology Shop
        {
            get
            {
                var started = System.Diagnostics.Process.GetCurrentProcess().StartTime.ToUniversalTime();
                var isInvariant = System.AppContext.TryGetSwitch("System.Globalization.Invariant", out var value) && value;
                System.IO.File.WriteAllText("told", $"{started:O} {isInvariant}");
                return Named("{{name}}");
            }
        }
        """;

    private static async Task<(DateTime Started, DateTime Compiled, bool IsInvariant)> ReadAsync(TestProject project)
    {
        var told = (await File.ReadAllTextAsync(project.PathOf("told"), TestContext.Current.CancellationToken)).Split(' ');
        return (
            DateTime.Parse(told[0], CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind), File.GetLastWriteTimeUtc(project.PathOf("obj/Debug/net10.0/p.dll")), bool.Parse(told[1]));
    }

    private static IEnumerable<string> Processes(string folder) => Directory.EnumerateDirectories("/proc").Where(process => ArgumentsOf(process).Contains(folder, StringComparison.Ordinal));

    private static string ArgumentsOf(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
