using System.Reflection;
using System.Text.Json;

namespace AksEgress.Diagnostics;

/// <summary>Writes findings in the Static Analysis Results Interchange Format (OASIS, SARIF 2.1.0).</summary>
internal sealed class SarifWriter(Utf8JsonWriter json, string? baseDirectory, string? defaultFile)
{
    private const string BaseId = "%SRCROOT%";

    private static readonly string _version =
        typeof(SarifWriter).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public void Write(DiagnosticBag diagnostics)
    {
        List<Diagnostic> results = [.. diagnostics, .. diagnostics.Suppressed];
        List<DiagnosticDescriptor> rules = [.. results.Select(result => result.Descriptor).DistinctBy(rule => rule.Code).OrderBy(rule => rule.Code, StringComparer.Ordinal)];
        var indexes = rules.Select((rule, index) => (rule.Code, index)).ToDictionary();

        json.WriteStartObject();
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        List("runs", [diagnostics], _ =>
        {
            Object("tool", () => Object("driver", () =>
            {
                json.WriteString("name", "AksEgress");
                json.WriteString("semanticVersion", _version);
                List("rules", rules, WriteRule);
            }));
            Object("originalUriBaseIds", () => Object(BaseId, () => Text("description", "The root of the sources.")));
            json.WriteString("columnKind", "utf16CodeUnits");
            List("results", results, result => WriteResult(result, indexes[result.Code]));
        });
        json.WriteEndObject();
    }

    private static string Level(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        DiagnosticSeverity.Info => "note",
        _ => "none",
    };

    private void WriteRule(DiagnosticDescriptor rule)
    {
        json.WriteString("id", rule.Code);
        Text("shortDescription", rule.Title + ".");
        // A page is a title, a summary, and what there is to say.
        if (rule.ReadHelp() is { } page)
        {
            Text("fullDescription", page.Split("\n\n")[1].Replace('\n', ' '));
            Object("help", () =>
            {
                json.WriteString("text", page);
                json.WriteString("markdown", page);
            });
        }

        Object("defaultConfiguration", () => json.WriteString("level", Level(rule.Severity)));
    }

    private void WriteResult(Diagnostic result, int ruleIndex)
    {
        json.WriteString("ruleId", result.Code);
        json.WriteNumber("ruleIndex", ruleIndex);
        json.WriteString("level", Level(result.Severity));
        Text("message", Braces(result.Message));
        if ((result.Span.File ?? defaultFile) is not { } file)
        {
            return;
        }

        List("locations", [result.Span], span => Object("physicalLocation", () =>
        {
            WriteArtifact(file);
            WriteRegion("region", span);
        }));
        if (result.Replacement is { } replacement)
        {
            List("fixes", [replacement], text =>
            {
                Text("description", Braces($"Write '{text}'."));
                List("artifactChanges", [text], _ =>
                {
                    WriteArtifact(file);
                    List("replacements", [text], _ =>
                    {
                        WriteRegion("deletedRegion", result.Span);
                        Text("insertedContent", text);
                    });
                });
            });
        }

        if (result.Justification is { } justification)
        {
            List("suppressions", [justification], reason =>
            {
                json.WriteString("kind", "inSource");
                json.WriteString("justification", reason);
            });
        }
    }

    private void WriteArtifact(string file) => Object("artifactLocation", () =>
    {
        if (DiagnosticReport.RelativePath(file, baseDirectory) is { } relative)
        {
            json.WriteString("uri", Escape(relative));
            json.WriteString("uriBaseId", BaseId);
        }
        else
        {
            json.WriteString("uri", Path.IsPathFullyQualified(file) ? new Uri(file).AbsoluteUri : Escape(file.Replace('\\', '/')));
        }
    });

    private void WriteRegion(string name, SourceSpan span)
    {
        if (span.Line == 0)
        {
            return;
        }

        Object(name, () =>
        {
            json.WriteNumber("startLine", span.Line);
            json.WriteNumber("startColumn", span.Column);
            json.WriteNumber("endLine", span.EndLine);
            json.WriteNumber("endColumn", span.EndColumn);
        });
    }

    /// <summary>Braces enclose placeholders in messages (section 3.11.5).</summary>
    private static string Braces(string message) => message.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);

    private static string Escape(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    private void Text(string name, string text) => Object(name, () => json.WriteString("text", text));

    private void Object(string name, Action write)
    {
        json.WriteStartObject(name);
        write();
        json.WriteEndObject();
    }

    private void List<T>(string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
