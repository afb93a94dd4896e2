using System.Text;
using System.Text.Json;

namespace AksEgress.Tests.Import;

#pragma warning disable CA5394 // The seed must give the same again.

/// <summary>Writes JSON anew with mistakes: values of other types, keys that are gone, doubled or misspelt, lists in lists, ids that lead elsewhere.</summary>
internal sealed class JsonMutation
{
    private static readonly string[] _nasty =
    [
        "null", "true", "0", "-1", "2147483648", "1e999", "123456789012345678901234567890", "0.5", "[]", "{}", "[[[]]]", "[null]", "[{}]", "{\"id\":{}}", "{\"\":0}", "\"\"", "\" \"", "\"*\"", "\"/\"", "\"/providers/\"",
        "\"\\u0000\"", "\"\\ud83d\\ude00\"", "\"0.0.0.0/0\"", "\"10.0.0.0/33\"", "\"fd00::/8\"", "\"255.255.255.255\"", "\"0-65535\"", "\"65535\"", "\"65536\"", "\"[\"", "\"[]\"", "\"[x]\"", "\"[[x]\"", "\"[fail('x')]\"", "\"[reference(]\"",
        "\"[reference('x', '2024', 'Full').properties.ipAddress]\"", "\"Microsoft.Network/azureFirewalls\"", "\"Microsoft.Network/virtualNetworks/subnets\"", "\"*.contoso.com\"", "\"Https\"", "\"Deny\"", "\"none\"",
    ];

    private readonly Random _random;
    private readonly double _rate;
    private readonly List<string> _texts = [];
    private readonly List<string> _keys = [];
    private readonly StringBuilder _to = new();

    private JsonMutation(int seed)
    {
        _random = new(seed);
        _rate = Math.Pow(10, -1 - 3 * _random.NextDouble());
    }

    /// <summary>The same text for the same seed.</summary>
    public static string Of(JsonElement element, int seed)
    {
        var mutation = new JsonMutation(seed);
        mutation.Collect(element);
        mutation.Write(element);
        return mutation._to.ToString();
    }

    private bool IsHit => _random.NextDouble() < _rate;

    private void Collect(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                _texts.Add(element.GetRawText());
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Collect(item);
                }

                break;
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    _keys.Add(property.Name);
                    Collect(property.Value);
                }

                break;
            default:
                break;
        }
    }

    private void Write(JsonElement element)
    {
        if (IsHit)
        {
            _to.Append(_random.Next(2) == 0 ? Pick(_nasty) : Pick(_texts));
            return;
        }

        if (IsHit)
        {
            _to.Append('[');
            Write(element);
            _to.Append(']');
            return;
        }

        switch (element.ValueKind)
        {
            case JsonValueKind.Array:
                WriteList('[', ']', element.EnumerateArray().SelectMany(item => IsHit ? [item, item] : IsHit ? Array.Empty<JsonElement>() : [item]), Write);
                break;
            case JsonValueKind.Object:
                WriteList('{', '}', element.EnumerateObject().SelectMany(property => IsHit ? [property, property] : IsHit ? Array.Empty<JsonProperty>() : [property]), WriteProperty);
                break;
            default:
                _to.Append(element.GetRawText());
                break;
        }
    }

    private void WriteProperty(JsonProperty property)
    {
        var name = !IsHit ? property.Name : _random.Next(3) switch { 0 => Pick(_keys), 1 => property.Name.ToUpperInvariant(), _ => property.Name + "x" };
        _to.Append('"').Append(JsonEncodedText.Encode(name)).Append("\":");
        Write(property.Value);
    }

    private void WriteList<T>(char open, char close, IEnumerable<T> items, Action<T> write)
    {
        var isFirst = true;
        _to.Append(open);
        foreach (var item in items)
        {
            _to.Append(isFirst ? "" : ",");
            isFirst = false;
            write(item);
        }

        _to.Append(close);
    }

    private T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];
}
