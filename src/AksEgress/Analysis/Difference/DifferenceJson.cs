using System.Text.Json;
using AksEgress.Model;

namespace AksEgress.Analysis.Difference;

/// <summary>A difference as JSON.</summary>
internal static class DifferenceJson
{
    /// <summary>Writes the difference as one object.</summary>
    public static void Write(Utf8JsonWriter json, TopologyDifference difference)
    {
        json.WriteStartObject();
        json.WriteBoolean("empty", difference.IsEmpty);
        json.WriteStartArray("statements");
        foreach (var statement in difference.Statements)
        {
            Write(json, statement);
        }

        json.WriteEndArray();
        JsonParts.WriteTexts(json, "egressBefore", difference.EgressBefore);
        JsonParts.WriteTexts(json, "egressAfter", difference.EgressAfter);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, DifferenceStatement statement)
    {
        json.WriteStartObject();
        json.WriteString("kind", DocumentWord.Of(statement.Kind));
        json.WriteString("from", statement.From);
        json.WriteString("to", statement.To);
        json.WriteString("service", statement.Service);
        JsonParts.WriteRule(json, "rule", statement.Rule);
        json.WriteString("text", statement.Text);
        json.WriteEndObject();
    }
}
