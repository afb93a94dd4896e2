using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using AksEgress.Diagnostics;

namespace AksEgress.Analysis;

/// <summary>
/// Reads flows as JSON: <c>{"from":"aks-subnet","to":"mcr.microsoft.com","address":"1.2.3.4","port":443,"protocol":"https"}</c>, of which all but <c>to</c> may be left out
/// (see <see cref="FlowText"/>). Never throws on what it reads.
/// </summary>
public static class FlowJson
{
    /// <summary>The greatest length of a line, in bytes: 16 KiB.</summary>
    public const int MaxLineLength = 16 * 1024;

    private static readonly string[] _keys = ["from", "to", "address", "port", "protocol"];

    /// <summary>Reads one flow.</summary>
    /// <param name="utf8Json">A JSON object, at most <see cref="MaxLineLength"/>.</param>
    /// <param name="flow">The flow.</param>
    /// <param name="problem">Why there is none.</param>
    public static bool TryRead(ReadOnlySpan<byte> utf8Json, [NotNullWhen(true)] out Flow? flow, [NotNullWhen(false)] out string? problem)
    {
        flow = null;
        if (utf8Json.Length > MaxLineLength)
        {
            problem = FormattableString.Invariant($"The line has more than {MaxLineLength} bytes; no flow is that long.");
            return false;
        }

        // A string's bytes are looked at only when it is asked for, so this is not the JSON reader's to find.
        if (!Utf8.IsValid(utf8Json))
        {
            problem = "The line is not UTF-8.";
            return false;
        }

        try
        {
            var text = ReadText(utf8Json, out problem);
            return problem is null && text.TryRead(out flow, out problem);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: an escaped half of a surrogate pair.
            problem = "The line is not a JSON object such as {\"from\":\"any pod\",\"to\":\"mcr.microsoft.com\",\"port\":443,\"protocol\":\"https\"}.";
            return false;
        }
    }

    /// <summary>Reads flows, one a line, as they come in. Empty lines are passed over.</summary>
    /// <param name="utf8">The lines, with or without a byte order mark.</param>
    /// <param name="beforeWaiting">Called before more is read than has come in: the time to flush answers. Default: nothing.</param>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static IEnumerable<FlowLine> ReadLines(Stream utf8, Action? beforeWaiting = null)
    {
        foreach (var (number, line) in new LineReader(utf8, MaxLineLength + 1, beforeWaiting).Lines())
        {
            var content = number == 1 && line.Span.StartsWith(Encoding.UTF8.Preamble) ? line[3..] : line;
            if (!content.Span.Trim(" \t\r"u8).IsEmpty)
            {
                yield return TryRead(content.Span, out var flow, out var problem) ? new(number, flow, null) : new(number, null, problem);
            }
        }
    }

    private static FlowText ReadText(ReadOnlySpan<byte> utf8Json, out string? problem)
    {
        var json = new Utf8JsonReader(utf8Json);
        var text = new FlowText();
        var seen = new HashSet<string>();
        problem = null;
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException();
        }

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var key = json.GetString()!;
            json.Read();
            if (!_keys.Contains(key))
            {
                problem ??= $"The key '{key}' means nothing here. {NearestWord.Suggest(key, _keys)}";
                json.Skip();
            }
            else if (!seen.Add(key))
            {
                problem ??= $"The key '{key}' stands here a second time. Remove one of the two.";
                json.Skip();
            }
            else if (json.TokenType != JsonTokenType.Null)
            {
                text = With(text, key, ref json, ref problem);
            }
        }

        // Throws where something stands behind the object.
        json.Read();
        return text;
    }

    private static FlowText With(FlowText text, string key, ref Utf8JsonReader json, ref string? problem)
    {
        if (key == "port" ? json.TokenType != JsonTokenType.Number : json.TokenType != JsonTokenType.String)
        {
            problem ??= key == "port" ? "'port' takes a number." : $"'{key}' takes text.";
            json.Skip();
            return text;
        }

        if (key == "port")
        {
            // 443.0 is the same number.
            if (json.TryGetDecimal(out var port) && decimal.IsInteger(port) && port is >= int.MinValue and <= int.MaxValue)
            {
                return text with { Port = (int)port };
            }

            problem ??= FlowText.NoPort(Quotation.Shorten(Encoding.UTF8.GetString(json.ValueSpan)));
            return text;
        }

        return key switch
        {
            "from" => text with { From = json.GetString() },
            "to" => text with { To = json.GetString() },
            "address" => text with { Address = json.GetString() },
            _ => text with { Protocol = json.GetString() },
        };
    }
}
