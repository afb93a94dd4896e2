using System.Text;

namespace AksEgress.Rendering;

/// <summary>Prints a value into a text of one language, so that it is that value and nothing else there.</summary>
internal interface IValueWriter
{
    /// <summary>Appends a value.</summary>
    /// <param name="output">The text so far.</param>
    /// <param name="value">Text, a number, a truth value, or what else the language knows.</param>
    /// <param name="indent">Leading spaces of the line that is being written; lines that follow keep them.</param>
    /// <exception cref="NotSupportedException">The language has no form for the value.</exception>
    void Write(StringBuilder output, object value, int indent);
}
