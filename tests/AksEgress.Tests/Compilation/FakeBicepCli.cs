using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace AksEgress.Tests.Compilation;

/// <summary>
/// A shell script that plays a Bicep CLI. It notes the number of its process, and <c>spawn</c> those of processes below it, so that a test can see that all are gone;
/// <c>orphan</c> starts one that survives it. The executable is bash itself, which takes the word <c>jsonrpc</c> for the name of the script in its folder:
/// a file just written cannot always be executed, because another test that starts a process at that moment may hold it open.
/// </summary>
public sealed class FakeBicepCli : IDisposable
{
    /// <summary>The part of a script that makes a start succeed.</summary>
    public const string AnswersTheVersion = "receive; answer '{\"version\":\"0.0.1\"}'\n";

    // `read -N` is missing in the bash of macOS; a request is one line, so -n reads it whole.
    private const string Prelude = """
        echo $$ >> pids
        echo "$PWD $0 $* $DOTNET_EnableDiagnostics $DOTNET_TieredPGO" > started
        spawn() { "$@" & echo $! >> pids; }
        orphan() { "$@" & echo $! >> orphans; }
        receive() {
          local line length
          while IFS= read -r line; do
            line=${line%$'\r'}
            case $line in Content-Length:*) length=${line#*: } ;; '') break ;; esac
          done
          IFS= read -r -n "$length" request && echo "$request" >> requests
        }
        respond() {
          local id=${request#*\"id\":}
          local text="{\"jsonrpc\":\"2.0\",\"id\":${id%%[,\}]*},$1}"
          printf 'Content-Length: %d\r\n\r\n%s' ${#text} "$text"
        }
        answer() { respond "\"result\":$1"; }
        fail() { respond "\"error\":{\"code\":$1,\"message\":\"$2\"}"; }

        """;

    private readonly TemporaryFolder _folder = new();

    /// <param name="script">What comes after the functions <c>receive</c>, <c>answer JSON</c>, <c>fail CODE MESSAGE</c> and <c>spawn COMMAND</c>.</param>
    public FakeBicepCli(string script)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The fake CLIs are shell scripts.");
        Path = Note("bicep");
        File.CreateSymbolicLink(Path, "/bin/bash");
        _folder.Write("jsonrpc", $"{Prelude}{script}\n".ReplaceLineEndings("\n"));
    }

    public string Path { get; }

    /// <summary>The requests received, one per line.</summary>
    public string Requests => File.ReadAllText(Note("requests"));

    /// <summary>The folder and the arguments that it was started with, and two variables of its environment.</summary>
    public string Started => File.ReadAllText(Note("started"));

    /// <summary>Waits until the first request is there.</summary>
    public async Task RequestAsync()
    {
        while (!File.Exists(Note("requests")))
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Waits until none of the noted processes exists, not even as a zombie of ours; fails after ten seconds.</summary>
    public async Task AssertGoneAsync()
    {
        var pids = Processes("pids");
        Assert.NotEmpty(pids);
        for (var attempt = 0; pids.Exists(Exists) && attempt < 100; attempt++)
        {
            await Task.Delay(100);
        }

        Assert.DoesNotContain(pids, Exists);
    }

    public void Dispose()
    {
        foreach (var pid in Processes("pids").Concat(Processes("orphans")).Where(Exists))
        {
            using var process = Process.GetProcessById(pid);
            process.Kill();
        }

        _folder.Dispose();
    }

    private string Note(string name) => System.IO.Path.Combine(_folder.Path, name);

    private List<int> Processes(string note) =>
        File.Exists(Note(note)) ? [.. File.ReadLines(Note(note)).Select(line => int.Parse(line, CultureInfo.InvariantCulture))] : [];

    private static bool Exists(int pid)
    {
        try
        {
            return OperatingSystem.IsLinux() ? !IsZombieOfAnother(File.ReadAllText($"/proc/{pid}/stat")) : Process.GetProcesses().Any(process => process.Id == pid);
        }
        catch (IOException)
        {
            return false;
        }
    }

    // A process whose parent was killed goes to process 1, which takes its time to bury it; ours we have to bury ourselves.
    private static bool IsZombieOfAnother(string stat) =>
        stat[(stat.LastIndexOf(')') + 2)..].Split(' ') is ["Z", var parent, ..] && parent != Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
}
