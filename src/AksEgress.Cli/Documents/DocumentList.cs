using System.CommandLine;
using AksEgress.Cli.Console;

namespace AksEgress.Cli.Documents;

/// <summary>The documents that a command is about.</summary>
internal static class DocumentList
{
    private const string Pattern = "*.egress.yaml";

    /// <summary>The argument that names documents and folders.</summary>
    public static Argument<string[]> Argument() => new("files")
    {
        Description = $"Documents, or folders with documents ({Pattern}). '-' is standard input. Default: all below the current folder.",
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
            if (argument == DocumentFile.StandardInput)
            {
                return [new("<stdin>", null)];
            }

            var path = terminal.FullPath(argument);
            return Directory.Exists(path)
                ? Below(path).Select(file => new DocumentFile(namesAreFullPaths ? file : Path.Combine(argument == "." ? "" : argument, Path.GetRelativePath(path, file)), file))
                : [new(namesAreFullPaths ? path : argument, path)];
        }
    }

    private static string[] Below(string folder)
    {
        var files = new List<string>();
        var folders = new Stack<string>([folder]);
        while (folders.TryPop(out var next))
        {
            files.AddRange(Directory.EnumerateFiles(next, Pattern));
            foreach (var inner in Directory.EnumerateDirectories(next))
            {
                // What builds write, and what tools hide, is nobody's source; links could lead in circles.
                if (Path.GetFileName(inner) is not ("bin" or "obj" or "node_modules") && Path.GetFileName(inner)[0] != '.' && new DirectoryInfo(inner).LinkTarget is null)
                {
                    folders.Push(inner);
                }
            }
        }

        return files.Count > 0
            ? [.. files.Order(StringComparer.Ordinal)]
            : throw new BadInputException($"There is no {Pattern} in or below '{folder}'. 'aks-egress init' writes a first one.");
    }
}
