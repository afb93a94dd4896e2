using System.Text.Json;
using AksEgress.Model;

namespace AksEgress.Analysis.Shadowing;

/// <summary>A shadow report as JSON.</summary>
internal static class ShadowJson
{
    /// <summary>Writes one object.</summary>
    public static void Write(Utf8JsonWriter json, ShadowReport report)
    {
        json.WriteStartObject();
        json.WriteBoolean("clean", report.IsClean);
        JsonParts.WriteTexts(json, "unanswered", report.Unanswered.Select(DocumentWord.Of));
        json.WriteStartArray("rules");
        foreach (var rule in report.Rules)
        {
            json.WriteStartObject();
            json.WriteString("kind", DocumentWord.Of(rule.Kind));
            json.WriteString("stage", DocumentWord.Of(rule.Stage));
            JsonParts.WriteRule(json, "rule", rule.Rule);
            json.WriteStartArray("by");
            foreach (var other in rule.By)
            {
                JsonParts.WriteRule(json, other);
            }

            json.WriteEndArray();
            json.WriteString("text", rule.Text);
            json.WriteBoolean("ofSets", rule.IsOfSets);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
