using System.Diagnostics;
using System.Globalization;
using AksEgress.MSBuild.Tests.Infra;

namespace AksEgress.MSBuild.Tests.Code;

/// <summary>Code that does not end ends with its build.</summary>
public sealed class CancellationTests(RestoredCodeProject restored) : IClassFixture<RestoredCodeProject>
{
    [Theory]
    [InlineData("INT")]
    [InlineData("KILL")]
    public async Task No_process_is_left(string signal)
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Skip("The signals are those of Unix, and the tool that sets them right is Linux's.");
            return;
        }

        var project = restored.With(
            """
            public static EgressTopology Shop
            {
                get
                {
                    var child = System.Diagnostics.Process.Start("sleep", "600");
                    System.IO.File.WriteAllText("id.new", $"{System.Environment.ProcessId} {child.Id}");
                    System.IO.File.Move("id.new", "id");
                    while (true) { }
                }
            }
            """);
        File.Delete(project.PathOf("id"));
        using var build = DotNet.StartInterruptible(project.Folder, ["msbuild", "p.csproj", "-t:AksEgressGenerate", "-nr:false", "-tl:off"]);
        var output = build.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Process[] processes = [];
        try
        {
            while (!File.Exists(project.PathOf("id")))
            {
                Assert.False(build.HasExited, build.HasExited ? await output : "");
                await Task.Delay(50, TestContext.Current.CancellationToken);
            }

            var ids = await File.ReadAllTextAsync(project.PathOf("id"), TestContext.Current.CancellationToken);
            processes = [.. ids.Split(' ').Select(id => Process.GetProcessById(int.Parse(id, CultureInfo.InvariantCulture)))];
            using var kill = Process.Start("kill", [$"-{signal}", build.Id.ToString(CultureInfo.InvariantCulture)]);
            await build.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
            // Nobody is left to end what the code has started when the build is gone without a word.
            foreach (var process in signal == "INT" ? processes : processes[..1])
            {
                await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
            }
        }
        finally
        {
            build.Kill(entireProcessTree: true);
            foreach (var process in processes)
            {
                process.Kill();
                process.Dispose();
            }
        }

        Assert.NotEqual(0, build.ExitCode);
        Assert.DoesNotContain("AKSE", await output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(project.PathOf("obj/Debug/net10.0/egress"), "staging*"));
    }
}
