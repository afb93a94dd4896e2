using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace AksEgress.Import;

/// <summary>The properties of an object that say something. Upper and lower case are the same, as Azure has it; of several the first counts.</summary>
internal sealed class ArmObject
{
    /// <summary>From here on properties are looked up, not searched.</summary>
    private const int MinIndexed = 64;

    private readonly Dictionary<string, JsonElement>? _index;

    public ArmObject(JsonElement element)
    {
        Element = element;
        if (element.GetPropertyCount() >= MinIndexed)
        {
            _index = new(StringComparer.OrdinalIgnoreCase);
            foreach (var property in element.EnumerateObject().Where(property => !IsEmpty(property.Value)))
            {
                _index.TryAdd(property.Name, property.Value);
            }
        }
    }

    /// <summary>The object.</summary>
    public JsonElement Element { get; }

    /// <summary>The value of a property; null where there is none, or it is empty.</summary>
    public JsonElement? Find(string key)
    {
        if (_index is not null)
        {
            return _index.TryGetValue(key, out var value) ? value : null;
        }

        foreach (var property in Element.EnumerateObject())
        {
            if (Is(property, key) && !IsEmpty(property.Value))
            {
                return property.Value;
            }
        }

        return null;
    }

    /// <summary>True for what says nothing: null, an empty text, list or object.</summary>
    public static bool IsEmpty(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => true,
        JsonValueKind.Array => value.GetArrayLength() == 0,
        JsonValueKind.Object => value.GetPropertyCount() == 0,
        JsonValueKind.String => value.ValueEquals(""),
        _ => false,
    };

    private static bool Is(JsonProperty property, string key)
    {
        var raw = JsonMarshal.GetRawUtf8PropertyName(property);
        return raw.Contains((byte)'\\') ? string.Equals(property.Name, key, StringComparison.OrdinalIgnoreCase) : Ascii.EqualsIgnoreCase(raw, key);
    }
}
