using System.Diagnostics;
using System.Text;
using System.Text.Json;
using AksEgress.Diagnostics;
using AksEgress.MSBuild.Host;
using Microsoft.Build.Framework;

namespace AksEgress.MSBuild;

/// <summary>
/// Runs the code of topologies in a process of its own: whatever it does, it does not do it to the build, which goes on without its assemblies.
/// </summary>
internal sealed class CodeProcess(GenerateTopologies task, HostRequest request)
{
    /// <summary>How .NET begins what it says of a process that it ends.</summary>
    private static readonly string[] _lastWords = ["Unhandled exception", "Stack overflow", "Process terminated", "Out of memory", "Fatal error"];

    private readonly string _requestFile = request.StagingDirectory + ".request.json";
    private readonly string _resultFile = request.StagingDirectory + ".result.json";

    /// <summary>Generates.</summary>
    /// <exception cref="OperationCanceledException">The build was cancelled; the process and its children have ended.</exception>
    public async Task<GenerationResult> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_requestFile)!);
            File.Delete(_resultFile);
            await File.WriteAllBytesAsync(_requestFile, JsonSerializer.SerializeToUtf8Bytes(request, HostJson.Default.HostRequest), cancellationToken);
            using var process = Process.Start(StartInfo())!;
            var output = LogAsync(process.StandardOutput);
            var lastWords = LogAsync(process.StandardError);
            await EndAsync(process, cancellationToken);
            await output;
            return File.Exists(_resultFile) && process.ExitCode == 0 ? await ReadAsync() : Ended(process.ExitCode, await lastWords);
        }
        finally
        {
            File.Delete(_requestFile);
            File.Delete(_resultFile);
            if (Directory.Exists(request.StagingDirectory))
            {
                // Of a process that was ended.
                Directory.Delete(request.StagingDirectory, recursive: true);
            }
        }
    }

    private ProcessStartInfo StartInfo()
    {
        List<string> arguments = ["exec"];
        if (File.Exists(task.RuntimeConfiguration))
        {
            arguments.AddRange(["--runtimeconfig", task.RuntimeConfiguration]);
        }

        foreach (var folder in task.PackageFolders.Where(Directory.Exists))
        {
            arguments.AddRange(["--additionalprobingpath", Path.TrimEndingDirectorySeparator(folder)]);
        }

        return new(task.DotNet!, [.. arguments, typeof(HostRequest).Assembly.Location, _requestFile, _resultFile])
        {
            WorkingDirectory = Path.GetDirectoryName(task.ProjectFile),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            // It runs once: what is compiled for later runs costs time now.
            Environment = { ["DOTNET_TieredPGO"] = "0" },
        };
    }

    private static async Task EndAsync(Process process, CancellationToken cancellationToken)
    {
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The end of its input tells it to end; code that goes on is ended with all that it has started.
            process.StandardInput.Close();
            await Task.WhenAny(process.WaitForExitAsync(CancellationToken.None), Task.Delay(TimeSpan.FromSeconds(3), CancellationToken.None));
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            throw;
        }
    }

    /// <summary>Logs what the code writes, and tells what .NET wrote in the end.</summary>
    private async Task<string?> LogAsync(StreamReader reader)
    {
        string? lastWords = null;
        while (await reader.ReadLineAsync() is { } line)
        {
            // The overload without arguments takes the line as it is: it may hold braces.
            task.Log.LogMessage(null, null, null, null, 0, 0, 0, 0, MessageImportance.Normal, line);
            lastWords = _lastWords.Any(words => line.StartsWith(words, StringComparison.Ordinal)) ? line : lastWords;
        }

        return lastWords;
    }

    private async Task<GenerationResult> ReadAsync()
    {
        var result = JsonSerializer.Deserialize(await File.ReadAllBytesAsync(_resultFile), HostJson.Default.HostResult)!;
        foreach (var exception in result.Exceptions)
        {
            task.Log.LogMessage(null, null, null, null, 0, 0, 0, 0, MessageImportance.Low, exception);
        }

        var paths = new PathMap(task.PathMap);
        var diagnostics = new DiagnosticBag();
        diagnostics.AddRange(result.Diagnostics.Select(finding => finding with { Span = finding.Span with { File = paths.Original(finding.Span.File) } }));
        return new(result.Files, diagnostics, result.Dependencies);
    }

    private static GenerationResult Ended(int exitCode, string? lastWords)
    {
        var advice = lastWords ?? "Code that is run at build must not call Environment.Exit.";
        return new([], [CodeDiagnostics.ProcessEnded.At(SourceSpan.None, $"The process that runs the code of the topologies ended with code {exitCode} before it was done. {advice}")], []);
    }
}
