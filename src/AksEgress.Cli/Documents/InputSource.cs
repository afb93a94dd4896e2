using AksEgress.Cli.Console;
using AksEgress.Diagnostics;

namespace AksEgress.Cli.Documents;

/// <summary>A document, template, file or folder of resources that somebody named or a folder has.</summary>
/// <param name="Name">Its name in findings.</param>
/// <param name="Path">Its full path; null for standard input.</param>
internal sealed record InputSource(string Name, string? Path)
{
    private static readonly string[] _others = [".bicep", ".bicepparam", ".json"];

    /// <summary>True for what is no document by its name.</summary>
    public bool IsTemplate => _others.Contains(System.IO.Path.GetExtension(Path), StringComparer.OrdinalIgnoreCase);

    /// <summary>The source that an argument names.</summary>
    public static InputSource Of(Terminal terminal, string argument) =>
        new(InputFile.NameOf(argument), argument == InputFile.StandardInput ? null : terminal.FullPath(argument));

    /// <summary>Reads the source; one that cannot be read at all has a finding that says so, and no topology.</summary>
    public async Task<TopologySource> ReadAsync(Terminal terminal, TopologySourceReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return Path is null ? await reader.ReadAsync(terminal.Input, Name, cancellationToken: cancellationToken) : await reader.ReadAsync(Path, Name, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(Name, null, [InputFile.Unreadable(Name, IsTemplate ? "The file" : "The document", FileProblem.OfReading(e, Path))]);
        }
    }
}
