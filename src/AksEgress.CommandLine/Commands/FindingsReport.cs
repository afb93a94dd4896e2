using System.Text.Json;
using AksEgress.CommandLine.Console;
using AksEgress.CommandLine.Documents;
using AksEgress.Diagnostics;
using AksEgress.Import;
using AksEgress.Parsing;

namespace AksEgress.CommandLine.Commands;

/// <summary>Writes findings in the form that was asked for.</summary>
internal sealed class FindingsReport(Terminal terminal, string format)
{
    // With one of these there is no topology, and nothing was checked.
    private static readonly DiagnosticDescriptor[] _unreadable = [.. ImportDiagnostics.All.Where(descriptor => descriptor.Severity == DiagnosticSeverity.Error)];

    /// <summary>2 when a document or template could not be read at all, 1 with warnings or errors, else 0.</summary>
    public static int ExitCodeOf(DiagnosticBag findings) =>
        findings.Any(finding => finding.Descriptor == GenerationDiagnostics.UnreadableDocument || finding.Descriptor == DocumentDiagnostics.UnknownEnvironment || _unreadable.Contains(finding.Descriptor)) ? ExitCode.BadInput
        : findings.Any(finding => finding.Severity is DiagnosticSeverity.Warning or DiagnosticSeverity.Error) ? ExitCode.No
        : ExitCode.Yes;

    /// <summary>Writes the findings of sources.</summary>
    public void Write(DiagnosticBag findings, IReadOnlyList<TopologySource> sources)
    {
        switch (format)
        {
            case OutputFormat.Json:
                DiagnosticReport.WriteJson(terminal.OutputStream, findings, terminal.CurrentDirectory);
                break;
            case OutputFormat.Sarif:
                DiagnosticReport.WriteSarif(terminal.OutputStream, findings, SourceRoot.Of(terminal.CurrentDirectory));
                break;
            default:
                WriteText(terminal.StyledOutput, AreDocuments(sources) ? findings : findings.Select(terminal.Shorten));
                terminal.Flush();
                WriteSummary(findings, sources);
                break;
        }
    }

    /// <summary>Writes why there is no other output: as text on standard error, as JSON in its place.</summary>
    public void WriteBadInput(DiagnosticBag findings)
    {
        if (format == OutputFormat.Json)
        {
            DiagnosticReport.WriteJson(terminal.OutputStream, findings, terminal.CurrentDirectory);
        }
        else
        {
            WriteText(terminal.StyledError, findings);
        }
    }

    /// <summary>Writes the findings as compilers do.</summary>
    public static void WriteText(StyledWriter writer, IEnumerable<Diagnostic> findings)
    {
        foreach (var finding in findings)
        {
            var text = finding.ToString();
            var kind = $"{finding.Severity.ToString().ToLowerInvariant()} {finding.Code}";
            var start = text.IndexOf(kind, finding.Span.ToString().Length, StringComparison.Ordinal);
            writer.Write(text[..start], Tone.Strong);
            writer.Write(kind, ToneOf(finding.Severity));
            writer.WriteLine(text[(start + kind.Length)..]);
        }
    }

    /// <summary>Writes the findings and, before them, members of an object that the caller has begun.</summary>
    public void WriteJson(DiagnosticBag findings, Action<Utf8JsonWriter> writeFirst)
    {
        using (var json = new Utf8JsonWriter(terminal.OutputStream, new() { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            writeFirst(json);
            DiagnosticReport.WriteMembers(json, findings, terminal.CurrentDirectory);
            json.WriteEndObject();
        }

        terminal.OutputStream.WriteByte((byte)'\n');
    }

    /// <summary>For people; on standard error, so that standard output has findings alone.</summary>
    private void WriteSummary(DiagnosticBag findings, IReadOnlyList<TopologySource> sources)
    {
        var noun = AreDocuments(sources) ? "document(s)"
            : sources.Any(source => source.Code is null) ? "source(s)"
            : sources.Count == 1 ? "topology" : "topologies";
        int Count(DiagnosticSeverity severity) => findings.Count(finding => finding.Severity == severity);
        var (errors, warnings) = (Count(DiagnosticSeverity.Error), Count(DiagnosticSeverity.Warning));
        terminal.StyledError.WriteLine(
            FormattableString.Invariant($"{sources.Count} {noun}: {errors} error(s), {warnings} warning(s), {Count(DiagnosticSeverity.Info)} info(s)"),
            errors > 0 ? Tone.Bad : warnings > 0 ? Tone.Caution : Tone.Good);
    }

    private static bool AreDocuments(IReadOnlyList<TopologySource> sources) => sources.Count > 0 && sources.All(source => source.Document is not null);

    private static Tone ToneOf(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => Tone.Bad,
        DiagnosticSeverity.Warning => Tone.Caution,
        _ => Tone.Quiet,
    };
}
