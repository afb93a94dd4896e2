using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace AksEgress.Compilation;

/// <summary>The process of one Bicep CLI. It ends, with all processes below it, when it is stopped.</summary>
internal sealed class BicepProcess : IDisposable
{
    // A process that the operating system cannot end must not hold up the build.
    private static readonly TimeSpan LastWait = TimeSpan.FromSeconds(2);

    private readonly Process _process;
    private readonly ErrorTail _errors;
    private readonly Lock _lock = new();
    private volatile bool _killed;

    private BicepProcess(Process process)
    {
        _process = process;
        Input = process.StandardInput.BaseStream;
        Output = process.StandardOutput.BaseStream;
        Exited = ExitAsync(process);
        _errors = new(process.StandardError);
    }

    public Stream Input { get; }

    public Stream Output { get; }

    /// <summary>Ends with the process; its exit code.</summary>
    public Task<int> Exited { get; }

    /// <summary>The exit code of a process that ended of its own accord; null while it runs and when it had to be killed.</summary>
    public int? ExitCode => Exited.IsCompletedSuccessfully && !_killed ? Exited.Result : null;

    /// <summary>The last part of what it wrote to its error stream.</summary>
    public string Errors => _errors.ToString();

    /// <summary>Starts <c>bicep jsonrpc --stdio</c>.</summary>
    /// <exception cref="BicepCliException">The file cannot be started.</exception>
    public static BicepProcess Start(string path)
    {
        var start = new ProcessStartInfo(path, ["jsonrpc", "--stdio"])
        {
            WorkingDirectory = Path.GetDirectoryName(path),
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
        };
        // The CLI is a .NET program. Killed, it would leave its debugger's pipes and sockets behind in the temporary folder;
        // and watching itself for later optimisation never pays in so short a life: without, the first compilation takes a quarter less.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "0";
        try
        {
            return new(Process.Start(start)!);
        }
        catch (Win32Exception e)
        {
            throw new BicepCliException(
                $"The Bicep CLI '{path}' cannot be started: {new Win32Exception(e.NativeErrorCode).Message}. Check that the file is there, "
                + "is made for this operating system and processor, and may be executed (on Linux and macOS: chmod +x).",
                e);
        }
    }

    /// <summary>Asks the process to end by closing its input, and kills it and all below it when it has not ended within <paramref name="grace"/>.</summary>
    public async Task StopAsync(TimeSpan grace)
    {
        await Input.DisposeAsync();
        await Task.WhenAny(Exited, Task.Delay(grace));
        Kill();
        await Task.WhenAny(Task.WhenAll(Exited, _errors.Read), Task.Delay(LastWait));
        // A process that we do not know of may still hold it open.
        _errors.Dispose();
    }

    public void Dispose()
    {
        _errors.Dispose();
        lock (_lock)
        {
            _process.Dispose();
        }
    }

    private static async Task<int> ExitAsync(Process process)
    {
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    // Calls that fail together stop it together: only one of them may kill, and none while the handle is being disposed.
    private void Kill()
    {
        lock (_lock)
        {
            if (_killed || Exited.IsCompleted)
            {
                return;
            }

            _killed = true;
            try
            {
                _process.Kill(entireProcessTree: true);
            }
            catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
            {
                // It was faster, or something below it is not ours to end.
            }
        }
    }
}
