using System.Globalization;
using System.Text;
using System.Text.Json;

namespace AksEgress.Rendering;

/// <summary>Prints values as YAML scalars, and lists and mappings of scalars in flow style.</summary>
internal sealed class YamlWriter : IValueWriter
{
    public void Write(StringBuilder output, object value, int indent)
    {
        switch (value)
        {
            case string text:
                output.Append(IsPlain(text) ? text : Quote(text));
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

    /// <summary>JSON's strings are YAML's double-quoted scalars; this encoder escapes everything beyond ASCII, so nothing invisible remains.</summary>
    private static string Quote(string text) => $"\"{JsonEncodedText.Encode(text, System.Text.Encodings.Web.JavaScriptEncoder.Default)}\"";
}
