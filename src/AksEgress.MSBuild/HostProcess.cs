using System.ComponentModel;
using System.Diagnostics;
using System.IO.Pipes;
using System.Text;
using AksEgress.MSBuild.Host;

namespace AksEgress.MSBuild;

/// <summary>A process that runs code when it is asked to. It ends when what it is asked through is closed.</summary>
internal sealed class HostProcess : IDisposable
{
    // Not its standard input, which what the code starts would wait for.
    private readonly AnonymousPipeServerStream _requests = new(PipeDirection.Out, HandleInheritability.Inheritable);

    /// <summary>Starts it.</summary>
    /// <param name="dotNet">The program <c>dotnet</c>.</param>
    /// <param name="arguments">What it takes to run <see cref="Host"/>.</param>
    /// <param name="folder">Where.</param>
    /// <param name="rehearses">Whether it rehearses until it is asked.</param>
    /// <exception cref="Win32Exception">The program cannot be started.</exception>
    public HostProcess(string dotNet, IEnumerable<string> arguments, string? folder, bool rehearses)
    {
        IEnumerable<string> own = [_requests.GetClientHandleAsString(), .. rehearses ? [Rehearsal.Argument] : (string[])[]];
        try
        {
            Process = Process.Start(new ProcessStartInfo(dotNet, [.. arguments, .. own])
            {
                WorkingDirectory = folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = Encoding.UTF8,
                StandardErrorEncoding = Encoding.UTF8,
                // It runs once: what is compiled for later runs costs time now.
                Environment = { ["DOTNET_TieredPGO"] = "0" },
            })!;
        }
        catch (Win32Exception)
        {
            _requests.Dispose();
            throw;
        }

        Process.StandardInput.Close();
        _requests.DisposeLocalCopyOfClientHandle();
    }

    /// <summary>The process.</summary>
    public Process Process { get; }

    /// <summary>Asks.</summary>
    /// <exception cref="IOException">It has ended.</exception>
    public async Task AskAsync(HostRequest request, CancellationToken cancellationToken)
    {
        var message = new MemoryStream();
        request.Write(message);
        await _requests.WriteAsync(message.ToArray(), cancellationToken);
    }

    /// <summary>Asks it to end.</summary>
    public void Close() => _requests.Dispose();

    /// <inheritdoc/>
    public void Dispose()
    {
        Close();
        Process.Dispose();
    }
}
