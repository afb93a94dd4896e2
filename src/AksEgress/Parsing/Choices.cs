using AksEgress.Model;

namespace AksEgress.Parsing;

/// <summary>The words of an enumeration as documents write them; case and hyphens do not matter when reading.</summary>
internal static class Choices<TEnum>
    where TEnum : struct, Enum
{
    private static readonly Dictionary<string, TEnum> _values =
        Enum.GetValues<TEnum>().ToDictionary(value => value.ToString(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The words, for messages.</summary>
    public static IReadOnlyCollection<string> Words { get; } = [.. Enum.GetValues<TEnum>().Select(DocumentWord.Of)];

    public static bool TryParse(string text, out TEnum value) => _values.TryGetValue(text.Replace("-", "", StringComparison.Ordinal), out value);
}
