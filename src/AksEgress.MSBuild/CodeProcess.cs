using System.ComponentModel;
using System.Diagnostics;
using AksEgress.Diagnostics;
using AksEgress.MSBuild.Host;
using Microsoft.Build.Framework;

namespace AksEgress.MSBuild;

/// <summary>
/// Runs the code of topologies in a process of its own: whatever it does, it does not do it to the build, which goes on without its assemblies.
/// </summary>
internal sealed class CodeProcess(GenerateTopologies task, HostStart start, HostRequest request)
{
    /// <summary>How the lines begin in which .NET says why it ends a process, or does not start it.</summary>
    private static readonly string[] _lastWords =
        ["Unhandled exception", "Stack overflow", "Process terminated", "Out of memory", "Fatal error", "A fatal error", "You must install", "Framework: "];

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(2);

    /// <summary>Generates.</summary>
    /// <exception cref="OperationCanceledException">The build was cancelled; the process and its children have ended.</exception>
    public async Task<GenerationResult> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(request.ResultFile)!);
            File.Delete(request.ResultFile);
            // Where nothing can be written, that is told before code runs.
            await File.WriteAllBytesAsync(request.UnfinishedResultFile, [], cancellationToken);
            File.Delete(request.UnfinishedResultFile);
            using var host = start.Take(task.BuildEngine4);
            var process = host.Process;
            using var reading = new CancellationTokenSource();
            var output = LogAsync(process.StandardOutput, reading.Token);
            var errors = LogAsync(process.StandardError, reading.Token);
            try
            {
                await EndAsync(host, cancellationToken);
            }
            finally
            {
                // What is written is there by now, unless the code has started something that goes on writing.
                reading.CancelAfter(_patience);
                await Task.WhenAll(output, errors);
            }

            return File.Exists(request.ResultFile) ? Read() : Ended(process.ExitCode, await errors);
        }
        catch (Win32Exception e)
        {
            return Failed(CodeDiagnostics.ProcessEnded, $"The process that runs the code of the topologies cannot be started. '{start.DotNet}': {e.Message}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Failed(GenerationDiagnostics.UnwritableOutput, $"{e.Message} Nothing else may use this path, and it must be writable.");
        }
        finally
        {
            DeleteFiles();
        }
    }

    private async Task EndAsync(HostProcess host, CancellationToken cancellationToken)
    {
        var process = host.Process;
        try
        {
            await AskAsync(host, cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Files that are being moved are moved in this time; then it is ended with all that its code has started.
            host.Close();
            for (var waited = Stopwatch.StartNew(); waited.Elapsed < _patience && !process.HasExited && !File.Exists(request.ResultFile);)
            {
                await Task.Delay(50, CancellationToken.None);
            }

            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            throw;
        }
    }

    private async Task AskAsync(HostProcess host, CancellationToken cancellationToken)
    {
        try
        {
            await host.AskAsync(request, cancellationToken);
        }
        catch (IOException)
        {
            // It has ended before, and its last words say why.
        }
    }

    /// <summary>Logs what the code writes, and tells what stands last in it, or what .NET said in the end.</summary>
    private async Task<string> LogAsync(StreamReader reader, CancellationToken cancellationToken)
    {
        string? last = null;
        var lastWords = new List<string>();
        try
        {
            while (await reader.ReadLineAsync(cancellationToken).AsTask().WaitAsync(cancellationToken) is { } line)
            {
                // The overload without arguments takes the line as it is: it may hold braces.
                task.Log.LogMessage(null, null, null, null, 0, 0, 0, 0, MessageImportance.Normal, line);
                last = string.IsNullOrWhiteSpace(line) ? last : line;
                // What Environment.FailFast was told stands below, above the stack.
                var isTold = lastWords is [.., "Process terminated."] && !string.IsNullOrWhiteSpace(line) && !line.StartsWith("   at ", StringComparison.Ordinal);
                if (isTold || _lastWords.Any(words => line.StartsWith(words, StringComparison.Ordinal)))
                {
                    lastWords.Add(line);
                }
            }
        }
        catch (OperationCanceledException)
        {
        }

        return lastWords.Count > 0 ? string.Join(' ', lastWords)
            : "Code that is run at build must not call Environment.Exit." + (last is null ? "" : $" The last line that it wrote is: {last}");
    }

    private GenerationResult Read()
    {
        using var file = File.OpenRead(request.ResultFile);
        var result = HostResult.Read(file);
        foreach (var exception in result.Exceptions)
        {
            task.Log.LogMessage(null, null, null, null, 0, 0, 0, 0, MessageImportance.Low, exception);
        }

        var paths = new PathMap(task.PathMap);
        var diagnostics = new DiagnosticBag();
        diagnostics.AddRange(result.Diagnostics.Select(finding => finding with { Span = finding.Span with { File = paths.Original(finding.Span.File) } }));
        return new(result.Files, diagnostics, result.Dependencies);
    }

    private void DeleteFiles()
    {
        try
        {
            File.Delete(request.ResultFile);
            File.Delete(request.UnfinishedResultFile);
            if (Directory.Exists(request.Options.StagingDirectory))
            {
                // Of a process that was ended.
                Directory.Delete(request.Options.StagingDirectory, recursive: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next run replaces them, or says why it cannot.
        }
    }

    private static GenerationResult Ended(int exitCode, string lastWords) =>
        Failed(CodeDiagnostics.ProcessEnded, $"The process that runs the code of the topologies ended with code {exitCode} before it was done. {lastWords}");

    private static GenerationResult Failed(DiagnosticDescriptor kind, string message) => new([], [kind.At(SourceSpan.None, message)], []);
}
