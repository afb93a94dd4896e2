using System.Text.Json;

namespace AksEgress.Analysis;

/// <summary>A rule by its names as JSON.</summary>
internal static class RuleReferenceJson
{
    /// <summary>Writes a member: the rule, or null.</summary>
    public static void Write(Utf8JsonWriter json, string name, RuleReference? rule)
    {
        json.WritePropertyName(name);
        Write(json, rule);
    }

    /// <summary>Writes a value: the rule, or null.</summary>
    public static void Write(Utf8JsonWriter json, RuleReference? rule)
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
