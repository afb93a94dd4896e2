using System.Text.Json;
using AksEgress.Model;

namespace AksEgress.Analysis.Capacity;

/// <summary>A capacity report as JSON.</summary>
internal static class CapacityJson
{
    /// <summary>Writes the report as one object.</summary>
    public static void Write(Utf8JsonWriter json, CapacityReport report)
    {
        json.WriteStartObject();
        json.WriteBoolean("enough", report.IsEnough);
        Write(json, report.Snat);
        json.WriteStartArray("limits");
        foreach (var limit in report.Limits)
        {
            json.WriteStartObject();
            json.WriteString("name", limit.Name);
            json.WriteString("subject", limit.Subject);
            json.WriteNumber("used", limit.Used);
            json.WriteNumber("most", limit.Most);
            json.WriteNumber("headroom", limit.Headroom);
            json.WriteString("source", limit.Source);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        JsonParts.WriteTexts(json, "assumptions", report.Assumptions);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SnatCapacity? snat)
    {
        if (snat is null)
        {
            json.WriteNull("snat");
            return;
        }

        json.WriteStartObject("snat");
        json.WriteString("verdict", DocumentWord.Of(snat.Verdict));
        json.WriteNumber("frontends", snat.Frontends);
        json.WriteNumber("leastInstances", snat.LeastInstances);
        json.WriteNumber("mostInstances", snat.MostInstances);
        json.WriteNumber("leastPorts", snat.LeastPorts);
        json.WriteNumber("mostPorts", snat.MostPorts);
        json.WriteNumber("leastNodes", snat.LeastNodes);
        json.WriteNumber("mostNodes", snat.MostNodes);
        json.WriteNumber("pods", snat.Pods);
        json.WriteNumber("connections", snat.Connections);
        json.WriteNumber("frontendsNeeded", snat.FrontendsNeeded);
        json.WriteString("advice", snat.Advice);
        json.WriteEndObject();
    }
}
