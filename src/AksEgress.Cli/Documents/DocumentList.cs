using System.CommandLine;
using AksEgress.Cli.Console;

namespace AksEgress.Cli.Documents;

/// <summary>The documents that a command is about.</summary>
internal static class DocumentList
{
    private const string Ending = ".egress.yaml";

    /// <summary>The argument that names documents and folders.</summary>
    public static Argument<string[]> Argument() => new("files")
    {
        Description = $"Documents, or folders with documents (*{Ending}). '-' is standard input. Default: all below the current folder.",
        Arity = ArgumentArity.ZeroOrMore,
        DefaultValueFactory = _ => [],
    };

    /// <summary>The documents that are named, and those below folders that are named, by their names; each once.</summary>
    /// <param name="terminal">Where they are looked for.</param>
    /// <param name="arguments">What is named; nothing for the current folder.</param>
    /// <param name="namesAreFullPaths">Whether findings name full paths, not what was typed.</param>
    /// <exception cref="BadInputException">A folder has no document.</exception>
    public static IReadOnlyList<DocumentFile> Find(Terminal terminal, IReadOnlyList<string> arguments, bool namesAreFullPaths)
    {
        return [.. (arguments.Count > 0 ? arguments : ["."]).SelectMany(FindOne).DistinctBy(document => document.Path)];

        IEnumerable<DocumentFile> FindOne(string argument)
        {
            var document = DocumentFile.Of(terminal, argument);
            return document.Path is not { } path ? [document]
                : Directory.Exists(path) ? Below(path).Select(file => new DocumentFile(namesAreFullPaths ? file : Path.Combine(argument == "." ? "" : argument, Path.GetRelativePath(path, file)), file))
                : [namesAreFullPaths ? document with { Name = path } : document];
        }
    }

    private static IReadOnlyList<string> Below(string folder) =>
        FolderSearch.Below(folder, Ending) is { Count: > 0 } files ? files
        : throw new BadInputException($"There is no *{Ending} in or below '{folder}'. 'aks-egress init' writes a first one.");
}
