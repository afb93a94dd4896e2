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
    /// <summary>What stands for standard input on the command line.</summary>
    public const string StandardInput = "-";

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
            unreadable = GenerationDiagnostics.UnreadableDocument.At(SourceSpan.WholeFile(Name), $"The document cannot be read: {e.Message}");
        }

        return document is not null;
    }
}
