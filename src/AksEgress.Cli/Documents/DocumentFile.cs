using System.Diagnostics.CodeAnalysis;
using AksEgress.Cli.Console;
using AksEgress.Diagnostics;
using AksEgress.Parsing;

namespace AksEgress.Cli.Documents;

/// <summary>A document that somebody named or a folder has.</summary>
/// <param name="Name">Its name in findings.</param>
/// <param name="Path">Its full path; null for standard input.</param>
internal sealed record DocumentFile(string Name, string? Path)
{
    /// <summary>The document that an argument names.</summary>
    public static DocumentFile Of(Terminal terminal, string argument) =>
        new(InputFile.NameOf(argument), argument == InputFile.StandardInput ? null : terminal.FullPath(argument));

    /// <summary>Reads the document; one that cannot be read at all is a finding.</summary>
    public bool TryRead(Terminal terminal, [NotNullWhen(true)] out TopologyDocument? document, [NotNullWhen(false)] out Diagnostic? unreadable)
    {
        document = null;
        unreadable = null;
        try
        {
            using var stream = Path is null ? terminal.Input : File.OpenRead(Path);
            document = TopologyDocument.Parse(stream, Name);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            unreadable = InputFile.Unreadable(Name, "The document", FileProblem.OfReading(e, Path));
        }

        return document is not null;
    }
}
