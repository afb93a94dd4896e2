using AksEgress.Analysis;
using AksEgress.CommandLine.Console;
using AksEgress.Model;

namespace AksEgress.CommandLine.Commands;

/// <summary>An answer for people: the verdict, the reason, and the whole way.</summary>
internal sealed class TextAnswerWriter(StyledWriter output) : AnswerWriter
{
    /// <inheritdoc/>
    public override void Write(FlowAnswer answer, int? line = null)
    {
        using var text = new StringWriter();
        answer.WriteText(text);
        var lines = text.ToString().TrimEnd('\n').Split('\n');
        var word = DocumentWord.Of(answer.Verdict);
        output.Write(word, ToneOf(answer.Verdict));
        output.WriteLine(lines[0][word.Length..], Tone.Strong);
        foreach (var (before, next) in lines.Zip(lines.Skip(1)))
        {
            // An empty line comes before a title.
            output.WriteLine(next, before.Length == 0 ? Tone.Quiet : Tone.Plain);
        }
    }
}
