using System.Globalization;
using System.Text;

namespace AksEgress.Rendering;

/// <summary>
/// Prints values into GitHub's Markdown, also into the cells of its tables: names and values as code, sentences as text. No value becomes a link, a mention, a reference, a formula or the end of a line.
/// </summary>
internal sealed class MarkdownWriter : IValueWriter
{
    public void Write(StringBuilder output, object value, int indent)
    {
        switch (value)
        {
            case string text when IsPlain(text):
                output.Append('`').Append(text).Append('`');
                break;
            case string text:
                // Between backticks nothing can be escaped, and a table would see a pipe before it saw them.
                output.Append("<code>");
                WriteText(output, text, isCode: true);
                output.Append("</code>");
                break;
            case Prose prose:
                WriteText(output, prose.Text, isCode: false);
                break;
            case int number:
                output.Append(CultureInfo.InvariantCulture, $"{number}");
                break;
            default:
                throw new NotSupportedException($"A {value.GetType()} has no form in Markdown.");
        }
    }

    /// <summary>True for text that means itself between two backticks, wherever they stand.</summary>
    private static bool IsPlain(string text) =>
        text.Length > 0 && text[0] != ' ' && text[^1] != ' ' && text.All(c => char.IsAsciiLetterOrDigit(c) || " .,:;-_/*+=()%→…×".Contains(c, StringComparison.Ordinal));

    private static void WriteText(StringBuilder output, string text, bool isCode)
    {
        var index = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                // GitHub looks for mentions, references and formulas in the page that Markdown became, where nothing is escaped any more; but not in code.
                '@' or '#' or '$' when !isCode => output.Append(CultureInfo.InvariantCulture, $"<code>&#{rune.Value};</code>"),
                _ when rune.Value != '\n' && InvisibleCharacters.Contains(rune) => WriteShown(output, rune),
                _ when IsText(text, index) => output.Append(rune.ToString()),
                _ => output.Append(CultureInfo.InvariantCulture, $"&#{rune.Value};"),
            };
            index += rune.Utf16SequenceLength;
        }
    }

    private static StringBuilder WriteShown(StringBuilder output, Rune rune)
    {
        WriteText(output, InvisibleCharacters.Show(rune), isCode: true);
        return output;
    }

    /// <summary>True where a character means itself between its neighbours: a number and a full stop at the begin would be a list, <c>www.</c> and <c>http:</c> begin links.</summary>
    private static bool IsText(string text, int index)
    {
        var before = text.AsSpan(0, index);
        var after = index + 1 < text.Length ? text[index + 1] : '\n';
        return text[index] switch
        {
            > '~' => true,
            ' ' => index > 0 && before[^1] != ' ' && after != '\n',
            '.' or ')' => before.ContainsAnyExceptInRange('0', '9') && !before.EndsWith("www", StringComparison.OrdinalIgnoreCase),
            '-' or '_' => index > 0 && char.IsAsciiLetterOrDigit(before[^1]) && char.IsAsciiLetterOrDigit(after),
            ':' => index > 0 && (after == ' ' || char.IsAsciiDigit(after)),
            ',' or ';' or '(' or '/' or '%' or '\'' => true,
            var c => char.IsAsciiLetterOrDigit(c),
        };
    }
}
