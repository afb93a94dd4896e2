using System.Diagnostics;
using System.Globalization;
using AksEgress.MSBuild.Tests.Infra;

namespace AksEgress.MSBuild.Tests;

/// <summary>A build that is cancelled leaves nothing behind.</summary>
public sealed class CancellationTests(RestoredProject restored) : IClassFixture<RestoredProject>
{
    [Fact]
    public async Task No_process_no_file_and_the_last_output_as_it_was()
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Skip("The signal and the script are those of Unix, and the tool that sets the signal right is Linux's.");
            return;
        }

        var project = restored.Generated();
        var before = project.Files("bin/Debug/net10.0/egress");
        project.Write("a.egress.yaml", TestProject.Document("renamed"));
        project.Write("bicep", "#!/bin/sh\necho $$ > id.new\nmv id.new id\nexec sleep 600\n");
        File.SetUnixFileMode(project.PathOf("bicep"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        using var build = DotNet.StartInterruptible(
            project.Folder, ["msbuild", "p.csproj", "-t:AksEgressGenerate", "-p:AksEgressCompileArm=true", "-p:BicepPath=bicep", "-nr:false", "-tl:off"]);
        var output = build.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        try
        {
            while (!File.Exists(project.PathOf("id")))
            {
                Assert.False(build.HasExited, build.HasExited ? await output : "");
                await Task.Delay(50, TestContext.Current.CancellationToken);
            }

            Assert.True(Directory.Exists(project.PathOf("obj/Debug/net10.0/egress/staging")));
            using var interrupt = Process.Start("kill", ["-INT", build.Id.ToString(CultureInfo.InvariantCulture)]);
            await build.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        }
        finally
        {
            build.Kill(entireProcessTree: true);
        }

        Assert.NotEqual(0, build.ExitCode);
        var cli = int.Parse(await File.ReadAllTextAsync(project.PathOf("id"), TestContext.Current.CancellationToken), CultureInfo.InvariantCulture);
        Assert.Throws<ArgumentException>(() => Process.GetProcessById(cli));
        Assert.DoesNotContain("AKSE", await output, StringComparison.Ordinal);
        Assert.Equal(before, project.Files("bin/Debug/net10.0/egress"));
        Assert.False(Directory.Exists(project.PathOf("obj/Debug/net10.0/egress/staging")));
    }
}
