using System.Collections.Frozen;
using System.Text.Json;

namespace AksEgress.Parsing;

/// <summary>The words of an enumeration as documents write them; case and hyphens do not matter when reading.</summary>
internal static class Choices<TEnum>
    where TEnum : struct, Enum
{
    private static readonly FrozenDictionary<string, TEnum> _values =
        Enum.GetValues<TEnum>().ToFrozenDictionary(value => value.ToString(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The words, for messages.</summary>
    public static IReadOnlyCollection<string> Words { get; } =
        [.. Enum.GetValues<TEnum>().Select(value => typeof(TEnum) == typeof(Model.EndpointSet)
            ? JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString())
            : JsonNamingPolicy.CamelCase.ConvertName(value.ToString()))];

    public static bool TryParse(string text, out TEnum value) => _values.TryGetValue(text.Replace("-", "", StringComparison.Ordinal), out value);
}
