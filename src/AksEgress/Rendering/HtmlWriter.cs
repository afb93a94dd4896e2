using System.Globalization;
using System.Text;

namespace AksEgress.Rendering;

/// <summary>Prints values as text of HTML and SVG, and of their attributes in quotes. What is invisible is shown by its number.</summary>
internal sealed class HtmlWriter : IValueWriter
{
    public void Write(StringBuilder output, object value, int indent)
    {
        switch (value)
        {
            case string text:
                WriteText(output, text);
                break;
            case Prose prose:
                WriteText(output, prose.Text);
                break;
            case int number:
                output.Append(CultureInfo.InvariantCulture, $"{number}");
                break;
            default:
                throw new NotSupportedException($"A {value.GetType()} has no form in HTML.");
        }
    }

    private static void WriteText(StringBuilder output, string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '&' => output.Append("&amp;"),
                '<' => output.Append("&lt;"),
                '>' => output.Append("&gt;"),
                '"' => output.Append("&quot;"),
                '\'' => output.Append("&#39;"),
                '\n' => output.Append("&#10;"),
                _ when InvisibleCharacters.Contains(rune) => output.Append(InvisibleCharacters.Show(rune)),
                _ => output.Append(rune.ToString()),
            };
        }
    }
}
