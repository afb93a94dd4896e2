using System.Globalization;
using System.Text;

namespace AksEgress.Rendering;

/// <summary>Prints values as single words of a POSIX shell: in single quotes nothing is expanded.</summary>
internal sealed class ShellWriter : IValueWriter
{
    public void Write(StringBuilder output, object value, int indent) => _ = value switch
    {
        string text => output.Append('\'').Append(text.Replace("'", @"'\''", StringComparison.Ordinal)).Append('\''),
        int number => output.Append(CultureInfo.InvariantCulture, $"{number}"),
        _ => throw new NotSupportedException($"A {value.GetType()} has no form in the shell."),
    };
}
