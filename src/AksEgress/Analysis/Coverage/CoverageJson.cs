using System.Text.Json;
using AksEgress.Model;

namespace AksEgress.Analysis.Coverage;

/// <summary>A coverage report as JSON. Words are those of documents: lower camel case, sets with hyphens.</summary>
internal static class CoverageJson
{
    /// <summary>Writes the report as one object.</summary>
    public static void Write(Utf8JsonWriter json, CoverageReport report)
    {
        json.WriteStartObject();
        json.WriteString("cloud", DocumentWord.Of(report.Cloud));
        json.WriteString("location", report.Location);
        json.WriteBoolean("complete", report.IsComplete);
        json.WriteStartArray("features");
        foreach (var feature in report.Features)
        {
            json.WriteStringValue(DocumentWord.Of(feature));
        }

        json.WriteEndArray();
        Write(json, "endpoints", report.Entries);
        json.WriteStartArray("images");
        foreach (var image in report.Images)
        {
            Write(json, image);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ImageCoverage registry)
    {
        json.WriteStartObject();
        json.WriteString("registry", registry.Registry);
        json.WriteString("status", DocumentWord.Of(registry.Status));
        json.WriteString("note", registry.Note);
        json.WriteStartArray("images");
        foreach (var image in registry.Images)
        {
            json.WriteStartObject();
            json.WriteString("image", image.Image);
            json.WriteString("workload", image.Workload);
            json.WriteString("file", image.Span.File);
            json.WriteNumber("line", image.Span.Line);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Write(json, "endpoints", registry.Entries);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, ValueList<CoverageEntry> entries)
    {
        json.WriteStartArray(name);
        foreach (var entry in entries)
        {
            json.WriteStartObject();
            json.WriteString("set", entry.Set);
            json.WriteString("endpoint", entry.Endpoint);
            json.WriteString("target", entry.Target);
            json.WriteString("protocol", DocumentWord.Of(entry.Protocol));
            json.WriteNumber("port", entry.Port);
            json.WriteString("purpose", entry.Purpose);
            json.WriteString("importance", DocumentWord.Of(entry.Importance));
            json.WriteString("status", DocumentWord.Of(entry.Status));
            json.WriteBoolean("gap", entry.IsGap);
            JsonParts.WriteRule(json, "rule", entry.Rule);
            json.WriteString("because", entry.Because);
            json.WriteString("write", entry.Write);
            json.WriteString("source", entry.Source);
            json.WriteStartArray("from");
            foreach (var from in entry.From)
            {
                json.WriteStartObject();
                json.WriteString("subnet", from.From.ToString());
                json.WriteString("status", DocumentWord.Of(from.Status));
                json.WriteString("stage", DocumentWord.Of(from.Stage));
                JsonParts.WriteRule(json, "rule", from.Rule);
                json.WriteString("because", from.Because);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
