using AksEgress.Analysis;
using AksEgress.CommandLine.Console;

namespace AksEgress.CommandLine.Commands;

/// <summary>Writes answers in one form.</summary>
internal abstract class AnswerWriter
{
    /// <summary>The writer for a format.</summary>
    /// <param name="terminal">Takes the answers.</param>
    /// <param name="format">The form.</param>
    /// <param name="isOneOfMany">Whether each answer takes a line.</param>
    public static AnswerWriter Create(Terminal terminal, string format, bool isOneOfMany) =>
        format == OutputFormat.Json ? new JsonAnswerWriter(terminal.OutputStream, isIndented: !isOneOfMany)
        : isOneOfMany ? new LineAnswerWriter(terminal.StyledOutput)
        : new TextAnswerWriter(terminal.StyledOutput);

    /// <summary>Writes an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="line">The line of the input that asked, or null.</param>
    public abstract void Write(FlowAnswer answer, int? line = null);

    protected static Tone ToneOf(Verdict verdict) => verdict switch
    {
        Verdict.Allow => Tone.Good,
        Verdict.Deny => Tone.Bad,
        _ => Tone.Caution,
    };
}
