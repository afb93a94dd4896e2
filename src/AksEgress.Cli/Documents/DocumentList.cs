using System.CommandLine;
using AksEgress.Cli.Console;

namespace AksEgress.Cli.Documents;

/// <summary>The documents that a command is about.</summary>
internal static class DocumentList
{
    private const string Ending = ".egress.yaml";

    /// <summary>The argument that names documents and folders.</summary>
    /// <param name="others">What else it takes.</param>
    public static Argument<string[]> Argument(string others = "") => new("files")
    {
        Description = $"Documents, or folders with documents (*{Ending}){others}. '-' is standard input. Default: all documents below the current folder.",
        Arity = ArgumentArity.ZeroOrMore,
        DefaultValueFactory = _ => [],
    };

    /// <summary>The documents that are named, and those below folders that are named, by their names; each once.</summary>
    /// <param name="terminal">Where they are looked for.</param>
    /// <param name="arguments">What is named; nothing for the current folder.</param>
    /// <param name="namesAreFullPaths">Whether findings name full paths, not what was typed.</param>
    /// <param name="takesResources">Whether a folder that is named and has JSON, but no document, is one source.</param>
    /// <exception cref="BadInputException">A folder has no document.</exception>
    public static IReadOnlyList<InputSource> Find(Terminal terminal, IReadOnlyList<string> arguments, bool namesAreFullPaths, bool takesResources = false)
    {
        return [.. (arguments.Count > 0 ? arguments : ["."]).SelectMany(FindOne).DistinctBy(source => source.Path)];

        IEnumerable<InputSource> FindOne(string argument)
        {
            var source = InputSource.Of(terminal, argument);
            var named = source.Path is { } full && namesAreFullPaths ? source with { Name = full } : source;
            return source.Path is not { } path || !Directory.Exists(path) ? [named]
                : FolderSearch.Below(path, Ending) is { Count: > 0 } files ? files.Select(file => new InputSource(namesAreFullPaths ? file : Path.Combine(argument == "." ? "" : argument, Path.GetRelativePath(path, file)), file))
                : takesResources && arguments.Count > 0 && Directory.EnumerateFiles(path, "*.json").Any() ? [named]
                : throw new BadInputException($"There is no *{Ending} in or below '{path}'. 'aks-egress init' writes a first one.");
        }
    }
}
