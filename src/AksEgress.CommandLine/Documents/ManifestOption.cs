using System.CommandLine;
using AksEgress.CommandLine.Console;
using AksEgress.Files;
using AksEgress.Parsing;

namespace AksEgress.CommandLine.Documents;

/// <summary>The option that names Kubernetes manifests.</summary>
internal sealed class ManifestOption : Option<string[]>
{
    public ManifestOption()
        : base("--manifest")
    {
        Description = "Kubernetes manifests whose images are pulled: files, folders with all *.yaml, *.yml and *.json below, '-' for standard input.";
        HelpName = "file or folder";
        AllowMultipleArgumentsPerToken = true;
    }

    /// <summary>True when one of them is standard input.</summary>
    public bool HasStandardInput(ParseResult arguments) => arguments.GetValue(this)?.Contains(InputFile.StandardInput) == true;

    /// <summary>Reads the manifests, in order.</summary>
    /// <exception cref="BadInputException">One cannot be read at all, or a folder has none.</exception>
    public IReadOnlyList<KubernetesManifest> Read(Terminal terminal, ParseResult arguments) =>
        [.. (arguments.GetValue(this) ?? []).Distinct().SelectMany(argument => FilesOf(terminal, argument)).Select(file => KubernetesManifest.Parse(InputFile.ReadAll(terminal, file, "The manifest").Span, InputFile.NameOf(file)))];

    private static IEnumerable<string> FilesOf(Terminal terminal, string argument)
    {
        var folder = terminal.FullPath(argument);
        return argument == InputFile.StandardInput || !Directory.Exists(folder) ? [argument]
            : FolderSearch.Below(folder, ".yaml", ".yml", ".json") is { Count: > 0 } files ? files.Select(file => Path.Combine(argument, Path.GetRelativePath(folder, file)))
            : throw new BadInputException($"There is no manifest (*.yaml, *.yml, *.json) in or below '{argument}'.");
    }
}
