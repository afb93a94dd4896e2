using AksEgress.Analysis;
using AksEgress.Cli.Commands;
using AksEgress.Cli.Console;
using AksEgress.Diagnostics;
using AksEgress.Model;

namespace AksEgress.Cli.Documents;

/// <summary>A document that can be asked.</summary>
internal static class AnalyzedDocument
{
    /// <summary>Reads a document and prepares it for questions. Its errors, if any, go to standard error, and there is no answer then.</summary>
    /// <param name="terminal">Where the document is and its errors go.</param>
    /// <param name="file">A path, or what stands for standard input.</param>
    /// <param name="serviceTags">Microsoft's file of service tags, or null.</param>
    /// <exception cref="BadInputException">The file of service tags cannot be read.</exception>
    public static EgressAnalysis? Load(Terminal terminal, string file, string? serviceTags) =>
        LoadTopology(terminal, file)?.Analyze(serviceTags is null ? null : ReadServiceTags(terminal, serviceTags));

    /// <summary>Reads the topology of a document. Its errors, if any, go to standard error, and there is none then.</summary>
    /// <param name="terminal">Where the document is and its errors go.</param>
    /// <param name="file">A path, or what stands for standard input.</param>
    public static EgressTopology? LoadTopology(Terminal terminal, string file)
    {
        var document = file == DocumentFile.StandardInput ? new DocumentFile("<stdin>", null) : new(file, terminal.FullPath(file));
        if (!document.TryRead(terminal, out var topology, out var unreadable))
        {
            FindingsReport.WriteText(terminal.StyledError, [unreadable]);
            return null;
        }

        var errors = topology.Validate().Where(finding => finding.Severity == DiagnosticSeverity.Error).ToList();
        FindingsReport.WriteText(terminal.StyledError, errors);
        return errors.Count > 0 ? null : topology.Topology;
    }

    private static ServiceTagPrefixes ReadServiceTags(Terminal terminal, string file)
    {
        try
        {
            return ServiceTagPrefixes.TryRead(File.ReadAllBytes(terminal.FullPath(file)), out var prefixes, out var problem)
                ? prefixes
                : throw new BadInputException($"{file}: {problem}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"The file of service tags cannot be read: {e.Message}");
        }
    }
}
