using AksEgress.CommandLine.Console;
using AksEgress.Diagnostics;
using AksEgress.Import;
using AksEgress.Parsing;

namespace AksEgress.CommandLine.Documents;

/// <summary>Files that commands read, of which one may be standard input.</summary>
internal static class InputFile
{
    /// <summary>What stands for standard input on the command line.</summary>
    public const string StandardInput = "-";

    /// <summary>True for standard input, also for one environment of the document there.</summary>
    public static bool IsStandardInput(string? argument) => argument is not null && DocumentAddress.Parse(argument).File == StandardInput;

    /// <summary>What a file is called in findings.</summary>
    public static string NameOf(string file) => file == StandardInput ? "<stdin>" : file;

    /// <summary>Opens a file.</summary>
    /// <param name="terminal">Where it is.</param>
    /// <param name="file">Its path, or what stands for standard input.</param>
    /// <param name="what">What it is, in a sentence.</param>
    /// <exception cref="BadInputException">It cannot be read.</exception>
    public static Stream Open(Terminal terminal, string file, string what)
    {
        var path = file == StandardInput ? null : terminal.FullPath(file);
        try
        {
            return path is null ? terminal.Input : SourceFile.Open(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException([Unreadable(NameOf(file), what, FileProblem.OfReading(e, path))]);
        }
    }

    /// <summary>Reads a file to its end, or to more than any source may have.</summary>
    /// <param name="terminal">Where it is.</param>
    /// <param name="file">Its path, or what stands for standard input.</param>
    /// <param name="what">What it is, in a sentence.</param>
    /// <exception cref="BadInputException">It cannot be read.</exception>
    public static ReadOnlyMemory<byte> ReadAll(Terminal terminal, string file, string what)
    {
        using var stream = Open(terminal, file, what);
        return DocumentText.Read(stream, ArmDocument.MaxSize);
    }

    /// <summary>Finds that a file cannot be read.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="what">What it is, in a sentence.</param>
    /// <param name="why">Why, and what to do.</param>
    public static Diagnostic Unreadable(string name, string what, string why) =>
        GenerationDiagnostics.UnreadableDocument.At(SourceSpan.WholeFile(name), $"{what} cannot be read. {why}");
}
