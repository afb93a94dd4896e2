using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using StreamJsonRpc;

namespace AksEgress.Compilation;

/// <summary>Calls to one Bicep CLI. Each ends with an answer or an exception, and one that goes wrong leaves no process behind.</summary>
internal sealed class BicepConnection : IAsyncDisposable
{
    // Time for a CLI that fails to end by itself, so that its exit code and its last words can be told.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    // Source: https://microsoft.github.io/vs-streamjsonrpc/docs/nativeAOT.html
    private const string SourceGenerated = "All that travels has generated metadata, as the formatter's documentation asks, and nothing is marshalled.";

    private readonly string _path;
    private readonly TimeSpan _timeLimit;
    private readonly BicepProcess _process;
    private readonly JsonRpc _rpc;
    private string? _stopReason;

    /// <summary>Starts the CLI.</summary>
    /// <exception cref="BicepCliException">The file cannot be started.</exception>
    [SuppressMessage("Reliability", "CA2000", Justification = "JsonRpc owns the handler and the handler its formatter.")]
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = SourceGenerated)]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = SourceGenerated)]
    public BicepConnection(string path, TimeSpan timeLimit)
    {
        _path = path;
        _timeLimit = timeLimit;
        _process = BicepProcess.Start(path);
        var formatter = new SystemTextJsonFormatter { JsonSerializerOptions = BicepProtocolJson.Default.Options };
        _rpc = new(new HeaderDelimitedMessageHandler(_process.Input, _process.Output, formatter));
        _rpc.StartListening();
        Observe(_rpc.Completion);
    }

    /// <summary>Sends a request with named parameters and waits for its response.</summary>
    /// <exception cref="BicepCliException">The CLI refused, was too slow, ended or does not speak the protocol.</exception>
    /// <exception cref="OperationCanceledException">The call was cancelled; the process is gone.</exception>
    public async Task<T> CallAsync<T>(string method, Dictionary<string, object?> parameters, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var asked = parameters.TryGetValue("path", out var path) ? $"{method} of '{path}'" : method;
        try
        {
            // Cancelling is ours: StreamJsonRpc would wait for the CLI to agree.
            var call = _rpc.InvokeWithParameterObjectAsync<T>(method, parameters, null, CancellationToken.None);
            Observe(call);
            // The exit is watched beside the answer, since a process below the CLI can hold its output open.
            await Task.WhenAny(call, _process.Exited).WaitAsync(_timeLimit, cancellationToken);
            return (call.IsCompleted ? await call : default) ?? throw new EndOfStreamException();
        }
        catch (RemoteInvocationException e)
        {
            throw new BicepCliException($"The Bicep CLI '{_path}' refused {asked}: {e.Message}", e);
        }
        catch (RemoteMethodNotFoundException e)
        {
            throw new BicepCliException($"The Bicep CLI '{_path}' does not know {method}. Install a newer version.", e);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await StopAsync("a call was cancelled", TimeSpan.Zero);
            throw;
        }
        catch (TimeoutException e)
        {
            var seconds = _timeLimit.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            await StopAsync($"it did not answer {asked} within {seconds} seconds. Try 'bicep build' by hand: it may wait for something, or be too old, or the machine too busy", TimeSpan.Zero);
            throw Stopped(e);
        }
        catch (Exception e)
        {
            await StopAsync(null, Grace);
            Interlocked.CompareExchange(ref _stopReason, Diagnose(asked), null);
            throw Stopped(e);
        }
    }

    /// <summary>Ends the process. Calls that still run fail with <see cref="BicepCliException"/>.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync("it was disposed", Grace);
        _process.Dispose();
    }

    // What fails after it was given up fails unseen, which hosts may report.
    private static void Observe(Task call) =>
        _ = call.ContinueWith(static c => c.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    private async Task StopAsync(string? reason, TimeSpan grace)
    {
        // The first reason is the true one: what comes after it is its consequence.
        Interlocked.CompareExchange(ref _stopReason, reason, null);
        _rpc.Dispose();
        await _process.StopAsync(grace);
    }

    private string Diagnose(string asked)
    {
        var found = _process.ExitCode is { } code
            ? string.Create(CultureInfo.InvariantCulture, $"asked for {asked} it ended with exit code {code}")
            : $"its answer to {asked} is not that of 'bicep jsonrpc'";
        var detail = _rpc.Completion.Exception?.InnerException is { } e ? $" ({e.Message})" : "";
        return $"{found}{detail}. It must be the Bicep CLI, version 0.29.45 or later";
    }

    private BicepCliException Stopped(Exception cause) =>
        new($"The Bicep CLI '{_path}' no longer runs: {_stopReason}.{(_process.Errors is { Length: > 0 } errors ? $" Its last words: {errors}" : "")}", cause);
}
