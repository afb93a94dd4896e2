using System.Diagnostics;
using System.Text;

namespace AksEgress.Cli.Tests.Infrastructure;

/// <summary>Runs programs as a user would, without what the test runner's own environment says about MSBuild.</summary>
internal static class ChildProcess
{
    public static async Task<CliResult> RunAsync(string folder, string program, IEnumerable<string> arguments)
    {
        using var process = Start(folder, program, arguments);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(process.ExitCode, await output, await error);
    }

    public static Process Start(string folder, string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        DotNetEnvironment.Prepare(start);
        return Process.Start(start)!;
    }
}
