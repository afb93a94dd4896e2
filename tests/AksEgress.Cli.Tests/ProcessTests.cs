using AksEgress.Cli.Tests.Infrastructure;

namespace AksEgress.Cli.Tests;

/// <summary>The command as a process of its own.</summary>
public sealed class ProcessTests
{
    [Fact]
    public async Task Exit_code_and_streams_are_those_of_the_process()
    {
        var answer = (await ChildProcess.RunAsync(Metadata.RepositoryRoot, Metadata.DotNet, [Metadata.Command, "explain", Folder.Walkthrough, "example.com"])).Exits(1);
        Assert.StartsWith("deny  any pod → example.com", answer.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', answer.Output);

        Assert.Contains("error: Say where the flow goes", (await ChildProcess.RunAsync(Metadata.RepositoryRoot, Metadata.DotNet, [Metadata.Command, "explain", Folder.Walkthrough])).Exits(2).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Flows_are_answered_as_they_come_in()
    {
        using var process = ChildProcess.Start(Metadata.RepositoryRoot, Metadata.DotNet, [Metadata.Command, "explain", Folder.Walkthrough, "--flows", "-"]);
        foreach (var verdict in (string[])["allow", "deny"])
        {
            await process.StandardInput.WriteLineAsync(verdict == "allow" ? """{"to":"mcr.microsoft.com"}""" : """{"to":"example.com"}""");
            await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
            // No answer before the next flow would be a deadlock for whoever asks one by one.
            Assert.StartsWith(verdict, await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, process.ExitCode);
    }
}
