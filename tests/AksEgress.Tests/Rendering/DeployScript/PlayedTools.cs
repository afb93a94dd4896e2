using AksEgress.Model;
using AksEgress.Tests.Compilation;
using AksEgress.Tests.Infrastructure;
using Xunit;

namespace AksEgress.Tests.Rendering.DeployScript;

/// <summary>
/// A topology's <c>deploy.sh</c> in a folder with an awkward name, and a search path on which az, kubectl, curl, dig and sleep are played by one script: it logs its arguments
/// and answers what the test says.
/// </summary>
internal sealed class PlayedTools : IDisposable
{
    private static readonly string[] _played = ["az", "kubectl", "curl", "dig", "sleep"];
    private static readonly string[] _real = ["bash", "env", "dirname", "cat", "grep"];

    // Its log has one record for each call: name, arguments and working folder, with separators that no argument has.
    private const string Player = """
        #!/bin/bash
        name="${0##*/}"
        printf '%s\x1F' "${name}" "$@" >>"${T}/log"
        printf '%s\x1E' "${PWD}" >>"${T}/log"
        printf x >>"${T}/calls/${name}"
        calls="$(<"${T}/calls/${name}")"
        calls="${#calls}"
        source "${T}/reply"
        reply "${name}" "$@"

        """;

    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, string> _environment = [];
    private readonly string _script;

    public PlayedTools(EgressTopology? topology = null)
    {
        var bash = ExternalTool.Find("bash");
        ScriptFolder = Path.Combine(_folder.Path, "a folder's $name");
        foreach (var file in (topology ?? Case.Read("walkthrough")).Resolve().Render())
        {
            _folder.Write(Path.Combine(ScriptFolder, file.Path), file.Content);
        }

        _script = Path.Combine(ScriptFolder, "deploy.sh");
        var player = _folder.Write("player", Player);
        File.SetUnixFileMode(player, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Directory.CreateDirectory(Path.Combine(_folder.Path, "elsewhere"));
        Directory.CreateDirectory(Path.Combine(_folder.Path, "bin"));
        foreach (var name in _played)
        {
            File.CreateSymbolicLink(ToolPath(name), player);
        }

        foreach (var name in _real)
        {
            File.CreateSymbolicLink(ToolPath(name), name == "bash" ? bash : ExternalTool.Find(name));
        }

        Reply("");
    }

    /// <summary>Where the script lies.</summary>
    public string ScriptFolder { get; }

    /// <summary>The calls of the last run: name and arguments.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Words { get; private set; } = [];

    /// <summary>The same, each in one line.</summary>
    public IEnumerable<string> Calls => Words.Select(words => string.Join(' ', words));

    /// <summary>The working folders of these calls.</summary>
    public IReadOnlyList<string> Folders { get; private set; } = [];

    /// <summary>An environment variable of the script.</summary>
    public string this[string variable]
    {
        set => _environment[variable] = value;
    }

    /// <summary>What the tools answer: branches of a bash <c>case</c> over name and arguments; <c>${calls}</c> counts the calls of the same tool.</summary>
    public void Reply(string branches) => _folder.Write("reply", $"reply() {{\ncase \"$*\" in\n{branches}\n*) ;;\nesac\n}}\n");

    public void Remove(string tool) => File.Delete(ToolPath(tool));

    public void RemoveManifest(string name) => File.Delete(Path.Combine(ScriptFolder, "kubernetes", name));

    /// <summary>The argument that names a manifest.</summary>
    public string Manifest(string name) => $"--filename={ScriptFolder}/kubernetes/{name}";

    public Task<ToolResult> RunAsync(params string[] arguments) => RunAsync(arguments, "");

    public async Task<ToolResult> RunAsync(string[] arguments, string input)
    {
        _folder.Write("log", "");
        foreach (var name in _played)
        {
            _folder.Write($"calls/{name}", "");
        }

        var result = await ExternalTool.RunAsync(ToolPath("bash"), [_script, .. arguments], input, start =>
        {
            start.WorkingDirectory = Path.Combine(_folder.Path, "elsewhere");
            start.Environment.Clear();
            start.Environment["T"] = _folder.Path;
            start.Environment["HOME"] = _folder.Path;
            start.Environment["PATH"] = Path.Combine(_folder.Path, "bin");
            foreach (var (name, value) in _environment)
            {
                start.Environment[name] = value;
            }
        });
        var records = (await File.ReadAllTextAsync(Path.Combine(_folder.Path, "log"))).Split('\x1E', StringSplitOptions.RemoveEmptyEntries).Select(record => record.Split('\x1F')).ToList();
        Words = records.ConvertAll(record => record[..^1]);
        Folders = records.ConvertAll(record => record[^1]);
        return result;
    }

    public void Dispose() => _folder.Dispose();

    private string ToolPath(string name) => Path.Combine(_folder.Path, "bin", name);
}
