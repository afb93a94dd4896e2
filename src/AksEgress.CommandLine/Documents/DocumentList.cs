using System.CommandLine;
using AksEgress.CommandLine.Console;
using AksEgress.Files;

namespace AksEgress.CommandLine.Documents;

/// <summary>The documents that a command is about.</summary>
internal static class DocumentList
{
    private const string Ending = ".egress.yaml";

    /// <summary>The argument that names documents and folders.</summary>
    /// <param name="program">The topologies of the program.</param>
    /// <param name="others">What else it takes.</param>
    public static Argument<string[]> Argument(ProgramTopologies program, string others = "") => new("files")
    {
        Description = $"{(program.IsTool ? "Documents" : $"Topologies of {program.FileName} by their names, documents")}, or folders with documents (*{Ending}){others}. '-' is standard input; 'shop.egress.yaml#prod' is an environment of a document, 'infra#prod' that of all in a folder. Default: {AllOf(program)}.",
        Arity = ArgumentArity.ZeroOrMore,
        DefaultValueFactory = _ => [],
    };

    /// <summary>What a command is about that names nothing.</summary>
    public static string AllOf(ProgramTopologies program) => program.IsTool ? "all documents below the current folder" : $"all topologies of {program.FileName}";

    /// <summary>The topologies of the program and the documents that are named, and those below folders that are named, by their names; each once.</summary>
    /// <param name="terminal">Where they are looked for.</param>
    /// <param name="arguments">What is named; nothing for all topologies of the program or, where it has none, the current folder.</param>
    /// <param name="namesAreFullPaths">Whether findings name full paths, not what was typed.</param>
    /// <param name="takesResources">Whether a folder that is named and has JSON, but no document, is one source.</param>
    /// <exception cref="BadInputException">A folder has no document.</exception>
    public static IReadOnlyList<InputSource> Find(Terminal terminal, IReadOnlyList<string> arguments, bool namesAreFullPaths, bool takesResources = false)
    {
        return arguments.Count == 0 && !terminal.Program.IsTool ? [.. terminal.Program.All.Select(code => new InputSource(code))]
            : [.. (arguments.Count > 0 ? arguments : ["."]).SelectMany(FindOne).DistinctBy(source => (source.Address, source.Code))];

        IEnumerable<InputSource> FindOne(string argument)
        {
            var source = InputSource.Of(terminal, argument);
            var named = source.Path is { } full && namesAreFullPaths ? source with { Name = full } : source;
            return source.Path is not { } path || !Directory.Exists(path) ? [named]
                : FolderSearch.Below(path, Ending) is { Count: > 0 } files ? files.Select(file => new InputSource(namesAreFullPaths ? file : Path.Combine(source.Name == "." ? "" : source.Name, Path.GetRelativePath(path, file)), file, Environment: source.Environment))
                : takesResources && arguments.Count > 0 && Directory.EnumerateFiles(path, "*.json").Any() ? [named]
                : throw new BadInputException($"There is no *{Ending} in or below '{path}'. '{terminal.Program.Command} init' writes a first one.");
        }
    }
}
