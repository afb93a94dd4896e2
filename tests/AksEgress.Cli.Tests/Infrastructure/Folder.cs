using System.Text;
using AksEgress.CommandLine;
using AksEgress.CommandLine.Console;
using AksEgress.CommandLine.Documents;

namespace AksEgress.Cli.Tests.Infrastructure;

/// <summary>A temporary folder in which commands run, in this process.</summary>
internal sealed class Folder : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("aksegress-cli-");

    public static string Walkthrough { get; } = Path.Combine(Metadata.RepositoryRoot, "samples", "Walkthrough", "walkthrough.egress.yaml");

    /// <summary>The topologies of the program that the commands run in. Default: none.</summary>
    public ProgramTopologies Program { get; set; } = ProgramTopologies.None;

    public string Root => _root.FullName;

    /// <summary>A document without a finding.</summary>
    public static string Document(string name = "shop", string more = "") => SmallDocument.Of(name, more);

    public string PathOf(string file) => Path.Combine(Root, file);

    public void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
    }

    public Task<CliResult> RunAsync(params string[] arguments) => RunWithInputAsync("", arguments);

    public async Task<CliResult> RunWithInputAsync(string input, string[] arguments, bool hasColor = false)
    {
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        var terminal = new Terminal(new MemoryStream(Encoding.UTF8.GetBytes(input)), output, error, Root) { HasColor = hasColor, Program = Program };
        var code = await CommandRunner.RunAsync(arguments, terminal);
        return new(code, Encoding.UTF8.GetString(output.ToArray()), Encoding.UTF8.GetString(error.ToArray()));
    }

    public void Dispose() => _root.Delete(recursive: true);
}
