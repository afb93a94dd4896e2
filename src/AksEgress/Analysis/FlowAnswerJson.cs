using System.Text.Json;
using AksEgress.Model;

namespace AksEgress.Analysis;

/// <summary>Writes answers as JSON, in one shape for all: a member without a value is null, a list without elements empty. Members are added behind those there are.</summary>
public static class FlowAnswerJson
{
    /// <summary>
    /// Writes an object with <c>flow</c>, <c>verdict</c>, <c>stage</c>, <c>rule</c>, <c>route</c>, <c>egress</c>, <c>return</c>, <c>dependsOn</c>, <c>because</c>, <c>candidates</c>,
    /// <c>assumptions</c> and <c>steps</c>; and <c>line</c> where there is one.
    /// </summary>
    /// <param name="json">Takes the object.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="line">The line that asked, from 1. Default: none.</param>
    public static void Write(Utf8JsonWriter json, FlowAnswer answer, int? line = null)
    {
        json.WriteStartObject();
        json.WritePropertyName("flow");
        Write(json, answer.Flow);
        json.WriteString("verdict", DocumentWord.Of(answer.Verdict));
        json.WriteString("stage", DocumentWord.Of(answer.Stage));
        JsonParts.WriteRule(json, "rule", answer.Rule);
        WriteRoute(json, answer.Route);
        JsonParts.WriteTexts(json, "egress", answer.Egress);
        json.WriteString("return", DocumentWord.Of(answer.Return));
        json.WriteStartArray("dependsOn");
        foreach (var dependency in answer.DependsOn)
        {
            json.WriteStartObject();
            json.WriteString("on", dependency.On);
            json.WriteString("verdict", DocumentWord.Of(dependency.Verdict));
            json.WriteString("stage", DocumentWord.Of(dependency.Stage));
            JsonParts.WriteRule(json, "rule", dependency.Rule);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("because", answer.Because);
        json.WriteStartArray("candidates");
        foreach (var candidate in answer.Candidates)
        {
            JsonParts.WriteRule(json, candidate);
        }

        json.WriteEndArray();
        JsonParts.WriteTexts(json, "assumptions", answer.Assumptions);
        json.WriteStartArray("steps");
        foreach (var step in answer.Steps)
        {
            json.WriteStartObject();
            json.WriteString("stage", DocumentWord.Of(step.Stage));
            JsonParts.WriteRule(json, "rule", step.Rule);
            json.WriteBoolean("matched", step.Matched);
            json.WriteString("text", step.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (line is { } number)
        {
            json.WriteNumber("line", number);
        }

        json.WriteEndObject();
    }

    /// <summary>Writes a flow as <see cref="FlowJson"/> reads it.</summary>
    public static void Write(Utf8JsonWriter json, Flow flow)
    {
        json.WriteStartObject();
        json.WriteString("from", flow.From.ToString());
        json.WriteString("to", flow.To.ToString());
        if (flow.Address is { } address)
        {
            json.WriteString("address", address.ToString());
        }

        json.WriteNumber("port", flow.Port);
        json.WriteString("protocol", DocumentWord.Of(flow.Protocol));
        json.WriteEndObject();
    }

    private static void WriteRoute(Utf8JsonWriter json, RouteReference? route)
    {
        if (route is null)
        {
            json.WriteNull("route");
            return;
        }

        json.WriteStartObject("route");
        json.WriteString("table", route.Table);
        json.WriteString("name", route.Name);
        json.WriteString("prefix", route.Prefix);
        json.WriteString("nextHopType", route.NextHopType);
        json.WriteString("nextHopIpAddress", route.NextHopIpAddress?.ToString());
        json.WriteEndObject();
    }
}
