using System.Reflection;
using System.Text.Json.Nodes;
using AksEgress.Model;

namespace AksEgress.Tests.Parsing.Schema;

/// <summary>The words of enumerations.</summary>
internal static class EnumWords
{
    private static readonly MethodInfo _wordOf = typeof(DocumentWord).GetMethod(nameof(DocumentWord.Of))!;

    public static string[] Of(Type type) => [.. Enum.GetValues(type).Cast<object>().Select(value => (string)_wordOf.MakeGenericMethod(type).Invoke(null, [value])!)];

    /// <summary>The words as editors offer them; and, as the reader does not tell upper from lower case, in any case, with or without hyphens between their parts.</summary>
    public static JsonObject Schema(IReadOnlyList<string> words) => new()
    {
        ["anyOf"] = new JsonArray(
            new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. words.Select(word => (JsonNode)word)]) },
            new JsonObject { ["type"] = "string", ["pattern"] = $"^({string.Join('|', words.Select(InAnyCase))})$" }),
    };

    private static string InAnyCase(string word) => string.Concat(word.Select((letter, index) =>
        letter == '-' ? "-?"
        : !char.IsLetter(letter) ? letter.ToString()
        : $"{(index > 0 && char.IsUpper(letter) ? "-?" : "")}[{char.ToLowerInvariant(letter)}{char.ToUpperInvariant(letter)}]"));
}
