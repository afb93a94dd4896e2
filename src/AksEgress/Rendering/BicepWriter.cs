using System.Globalization;
using System.Text;

namespace AksEgress.Rendering;

/// <summary>Prints values as Bicep, in the form that <c>bicep format</c> leaves alone: arrays and objects over several lines.</summary>
internal sealed class BicepWriter : IValueWriter
{
    public void Write(StringBuilder output, object value, int indent)
    {
        switch (value)
        {
            case string text:
                WriteString(output, text);
                break;
            case bool flag:
                output.Append(flag ? "true" : "false");
                break;
            case int number:
                output.Append(CultureInfo.InvariantCulture, $"{number}");
                break;
            case BicepExpression expression:
                output.Append(expression.Code.Replace("\n", NewLine(indent), StringComparison.Ordinal));
                break;
            case BicepObject properties:
                WriteObject(output, properties, indent);
                break;
            case BicepLoop loop:
                output.Append('[').Append(NewLine(indent + 2)).Append("for ").Append(loop.Head).Append(": ");
                Write(output, loop.Body, indent + 2);
                output.Append(NewLine(indent)).Append(']');
                break;
            case IEnumerable<object> items:
                WriteArray(output, items, indent);
                break;
            default:
                throw new NotSupportedException($"A {value.GetType()} has no form in Bicep.");
        }
    }

    /// <summary>A name as Bicep takes it without quotes.</summary>
    internal static bool IsIdentifier(string name) =>
        name.Length > 0 && name is not ("true" or "false" or "null") && (char.IsAsciiLetter(name[0]) || name[0] == '_') && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    private static string NewLine(int indent) => "\n" + new string(' ', indent);

    private static void WriteString(StringBuilder output, string text)
    {
        output.Append('\'');
        var next = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            next += rune.Utf16SequenceLength;
            _ = rune.Value switch
            {
                '\\' => output.Append(@"\\"),
                '\'' => output.Append(@"\'"),
                '\n' => output.Append(@"\n"),
                '\r' => output.Append(@"\r"),
                '\t' => output.Append(@"\t"),
                '$' when next < text.Length && text[next] == '{' => output.Append(@"\$"),

                // Control and format characters would be there unseen, and could turn the order of what is read around.
                _ when InvisibleCharacters.Contains(rune) => output.Append(InvisibleCharacters.Show(rune)),
                _ => output.Append(text, next - rune.Utf16SequenceLength, rune.Utf16SequenceLength),
            };
        }

        output.Append('\'');
    }

    private void WriteObject(StringBuilder output, BicepObject properties, int indent)
    {
        output.Append('{');
        var isEmpty = true;
        foreach (var (name, value) in properties)
        {
            isEmpty = false;
            output.Append(NewLine(indent + 2));
            Write(output, name is string text && IsIdentifier(text) ? new BicepExpression(text) : name, indent + 2);
            output.Append(": ");
            Write(output, value, indent + 2);
        }

        output.Append(isEmpty ? "" : NewLine(indent)).Append('}');
    }

    private void WriteArray(StringBuilder output, IEnumerable<object> items, int indent)
    {
        output.Append('[');
        var isEmpty = true;
        foreach (var item in items)
        {
            isEmpty = false;
            output.Append(NewLine(indent + 2));
            Write(output, item, indent + 2);
        }

        output.Append(isEmpty ? "" : NewLine(indent)).Append(']');
    }
}
