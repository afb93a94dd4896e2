using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AksEgress.Knowledge;

/// <summary>A set of ASCII characters, written as a word and the punctuation beside it: <c>alnum_.-</c>.</summary>
[JsonConverter(typeof(Converter))]
internal sealed class CharacterClass
{
    private readonly SearchValues<char> _characters;

    /// <summary>Reads a class.</summary>
    /// <param name="text">
    /// The word <c>alnum</c> (A-Z, a-z, 0-9), <c>lower</c> (a-z) or <c>loweralnum</c> (a-z, 0-9), then any punctuation.
    /// </param>
    /// <exception cref="FormatException">The text does not begin with one of the words.</exception>
    public CharacterClass(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        const string Lower = "abcdefghijklmnopqrstuvwxyz";
        const string LowerAlnum = Lower + "0123456789";
        const string Alnum = LowerAlnum + "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        var word = new string([.. text.TakeWhile(char.IsAsciiLetter)]);
        var letters = word switch
        {
            "lower" => Lower,
            "loweralnum" => LowerAlnum,
            "alnum" => Alnum,
            _ => throw new FormatException($"'{text}' is not a character class."),
        };
        Text = text;
        _characters = SearchValues.Create(letters + text[word.Length..]);
    }

    /// <summary>The class as the data writes it.</summary>
    public string Text { get; }

    /// <summary>Whether every character is in the class.</summary>
    public bool ContainsAll(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(_characters);

    internal sealed class Converter : JsonConverter<CharacterClass>
    {
        public override CharacterClass Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, CharacterClass value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Text);
    }
}
