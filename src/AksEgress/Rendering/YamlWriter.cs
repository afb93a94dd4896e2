using System.Globalization;
using System.Text;

namespace AksEgress.Rendering;

/// <summary>Prints values as YAML scalars, and lists and mappings of scalars in flow style.</summary>
internal sealed class YamlWriter : IValueWriter
{
    public void Write(StringBuilder output, object value, int indent)
    {
        switch (value)
        {
            case string text when IsPlain(text):
                output.Append(text);
                break;
            case string text:
                WriteQuoted(output, text);
                break;
            case int number:
                output.Append(CultureInfo.InvariantCulture, $"{number}");
                break;
            default:
                throw new NotSupportedException($"A {value.GetType()} has no form in our manifests.");
        }
    }

    /// <summary>
    /// True for text that every YAML reader, of version 1.1 or 1.2, takes as that text: it starts with a letter, has only letters, digits and
    /// <c>- _ . /</c>, and is none of YAML's words or numbers.
    /// </summary>
    private static bool IsPlain(string text) =>
        text.Length > 0 && char.IsAsciiLetter(text[0]) && char.IsAsciiLetterOrDigit(text[^1])
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/')
        && text.ToLowerInvariant() is not ("y" or "n" or "yes" or "no" or "on" or "off" or "true" or "false" or "null" or "nan" or "inf");

    /// <summary>
    /// A double-quoted scalar. Everything beyond ASCII is escaped, so nothing invisible remains; as whole characters, because YAML has no surrogates (YAML 1.2.2, 5.7).
    /// </summary>
    private static void WriteQuoted(StringBuilder output, string text)
    {
        output.Append('"');
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '"' => output.Append("\\\""),
                '\\' => output.Append(@"\\"),
                '\n' => output.Append(@"\n"),
                >= ' ' and <= '~' => output.Append((char)rune.Value),
                <= char.MaxValue => output.Append(CultureInfo.InvariantCulture, $@"\u{rune.Value:X4}"),
                _ => output.Append(CultureInfo.InvariantCulture, $@"\U{rune.Value:X8}"),
            };
        }

        output.Append('"');
    }
}
