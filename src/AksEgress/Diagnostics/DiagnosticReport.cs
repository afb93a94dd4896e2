using System.Text.Json;

namespace AksEgress.Diagnostics;

/// <summary>
/// Findings as text, JSON and SARIF 2.1.0: the same ones in the same order. JSON and SARIF also hold, behind them, those that are suppressed. The bytes are
/// the same on every machine: UTF-8, LF, paths relative to a base where they lie below it.
/// </summary>
public static class DiagnosticReport
{
    private static readonly JsonWriterOptions _format = new() { Indented = true, NewLine = "\n" };

    /// <summary>Writes one line for each finding, as compilers print them.</summary>
    public static void WriteText(TextWriter writer, DiagnosticBag diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            writer.Write(diagnostic.ToString());
            writer.Write('\n');
        }
    }

    /// <summary>
    /// Writes an object with the lists <c>diagnostics</c> and <c>suppressed</c>. Each finding has <c>code</c>, <c>severity</c>, <c>title</c> and <c>message</c>;
    /// where they are known <c>file</c>, <c>line</c>, <c>column</c>, <c>endLine</c>, <c>endColumn</c> (counted from 1, the end column behind the last
    /// character) and <c>replacement</c>; where it is suppressed <c>justification</c>.
    /// </summary>
    /// <param name="stream">Takes the JSON.</param>
    /// <param name="diagnostics">The findings.</param>
    /// <param name="baseDirectory">Full path of the folder that files are named relative to. Default: they keep their names.</param>
    public static void WriteJson(Stream stream, DiagnosticBag diagnostics, string? baseDirectory = null)
    {
        using (var json = new Utf8JsonWriter(stream, _format))
        {
            json.WriteStartObject();
            WriteMembers(json, diagnostics, baseDirectory);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    /// <summary>Writes the members of <see cref="WriteJson"/> into an object that has others too.</summary>
    /// <param name="json">Stands in an object.</param>
    /// <param name="diagnostics">The findings.</param>
    /// <param name="baseDirectory">Full path of the folder that files are named relative to. Default: they keep their names.</param>
    public static void WriteMembers(Utf8JsonWriter json, DiagnosticBag diagnostics, string? baseDirectory = null)
    {
        WriteAll("diagnostics", diagnostics);
        WriteAll("suppressed", diagnostics.Suppressed);

        void WriteAll(string name, IEnumerable<Diagnostic> all)
        {
            json.WriteStartArray(name);
            foreach (var diagnostic in all)
            {
                Write(json, diagnostic, baseDirectory);
            }

            json.WriteEndArray();
        }
    }

    /// <summary>Writes a SARIF 2.1.0 log with one run, for code scanning.</summary>
    /// <param name="stream">Takes the log.</param>
    /// <param name="diagnostics">The findings.</param>
    /// <param name="baseDirectory">
    /// Full path of the root of the sources, <c>%SRCROOT%</c> in the log, that files are named relative to. Default: they keep their names.
    /// </param>
    /// <param name="defaultFile">The file that findings without one are shown at, as code scanning takes none without. Default: they have no place.</param>
    public static void WriteSarif(Stream stream, DiagnosticBag diagnostics, string? baseDirectory = null, string? defaultFile = null)
    {
        using (var json = new Utf8JsonWriter(stream, _format))
        {
            new SarifWriter(json, baseDirectory, defaultFile).Write(diagnostics);
        }

        stream.WriteByte((byte)'\n');
    }

    /// <summary>The path below the base, with slashes; null when the file lies elsewhere.</summary>
    internal static string? RelativePath(string file, string? baseDirectory)
    {
        if (baseDirectory is null || !Path.IsPathFullyQualified(file))
        {
            return null;
        }

        var relative = Path.GetRelativePath(baseDirectory, file).Replace(Path.DirectorySeparatorChar, '/');
        return Path.IsPathRooted(relative) || relative == ".." || relative.StartsWith("../", StringComparison.Ordinal) ? null : relative;
    }

    private static void Write(Utf8JsonWriter json, Diagnostic diagnostic, string? baseDirectory)
    {
        json.WriteStartObject();
        json.WriteString("code", diagnostic.Code);
        json.WriteString("severity", diagnostic.Severity.ToString().ToLowerInvariant());
        json.WriteString("title", diagnostic.Descriptor.Title);
        json.WriteString("message", diagnostic.Message);
        if (diagnostic.Span.File is { } file)
        {
            json.WriteString("file", RelativePath(file, baseDirectory) ?? file);
        }

        if (diagnostic.Span.Line > 0)
        {
            json.WriteNumber("line", diagnostic.Span.Line);
            json.WriteNumber("column", diagnostic.Span.Column);
            json.WriteNumber("endLine", diagnostic.Span.EndLine);
            json.WriteNumber("endColumn", diagnostic.Span.EndColumn);
        }

        if (diagnostic.Replacement is { } replacement)
        {
            json.WriteString("replacement", replacement);
        }

        if (diagnostic.Justification is { } justification)
        {
            json.WriteString("justification", justification);
        }

        json.WriteEndObject();
    }
}
