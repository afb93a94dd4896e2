using System.Diagnostics;

namespace AksEgress.MSBuild.Tests.Infra;

/// <summary>Runs <c>dotnet</c> as a user would, without what the test runner's own environment says about MSBuild.</summary>
internal static class DotNet
{
    public static string Executable { get; } = Path.Combine(Metadata.DotNetRoot, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");

    public static async Task<DotNetRun> RunAsync(string folder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        using var process = Start(folder, Executable, arguments, environment);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(process.ExitCode, await output + await errors);
    }

    /// <summary>Starts a build that listens to SIGINT; where this process ignores the signal, as jobs in the background do, its children would too.</summary>
    public static Process StartInterruptible(string folder, IEnumerable<string> arguments) =>
        Start(folder, "env", ["--default-signal=INT", Executable, .. arguments]);

    private static Process Start(string folder, string executable, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(executable, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        DotNetEnvironment.Prepare(start);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
