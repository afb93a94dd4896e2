using System.Diagnostics;
using System.Text;
using Xunit;

namespace AksEgress.Tests.Infrastructure;

/// <summary>
/// A program that is not part of the repository. Where it is missing, its tests are skipped with the reason; in CI (environment variable <c>CI</c> is <c>true</c>) they fail.
/// </summary>
internal static class ExternalTool
{
    public static bool IsContinuousIntegration => Environment.GetEnvironmentVariable("CI") == "true";

    /// <summary>Full path of a program on the search path.</summary>
    public static string Find(string name)
    {
        var path = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
        if (path is null)
        {
            Assert.False(IsContinuousIntegration, $"'{name}' is not on PATH; in CI it must be.");
            Assert.Skip($"'{name}' is not on PATH.");
        }

        return path;
    }

    /// <summary>Runs a program to its end.</summary>
    /// <param name="program">Its full path.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="input">What it reads from its standard input.</param>
    /// <param name="prepare">Changes the way it is started.</param>
    public static async Task<ToolResult> RunAsync(string program, IEnumerable<string> arguments, string input = "", Action<ProcessStartInfo>? prepare = null)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = utf8,
            StandardOutputEncoding = utf8,
            StandardErrorEncoding = utf8,
        };
        prepare?.Invoke(start);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        try
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading its input, which is its right.
        }

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(process.ExitCode, await output, await error);
    }
}
