using System.Text.Json;

namespace AksEgress.Analysis;

/// <summary>What all answers have in common as JSON.</summary>
internal static class JsonParts
{
    /// <summary>Writes a member: the rule, or null.</summary>
    public static void WriteRule(Utf8JsonWriter json, string name, RuleReference? rule)
    {
        json.WritePropertyName(name);
        WriteRule(json, rule);
    }

    /// <summary>Writes a member: a list of texts.</summary>
    public static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    /// <summary>Writes a value: the rule, or null.</summary>
    public static void WriteRule(Utf8JsonWriter json, RuleReference? rule)
    {
        if (rule is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("group", rule.Group);
        json.WriteString("collection", rule.Collection);
        json.WriteString("name", rule.Name);
        json.WriteEndObject();
    }
}
