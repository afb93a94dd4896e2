using AksEgress.Analysis;
using AksEgress.CommandLine.Console;
using AksEgress.Model;

namespace AksEgress.CommandLine.Commands;

/// <summary>Answers for people, one a line: verdict, stage, rule, flow.</summary>
internal sealed class LineAnswerWriter(StyledWriter output) : AnswerWriter
{
    /// <inheritdoc/>
    public override void Write(FlowAnswer answer, int? line = null)
    {
        output.Write(DocumentWord.Of(answer.Verdict), ToneOf(answer.Verdict));
        output.WriteLine($"  {DocumentWord.Of(answer.Stage)}  {answer.Rule?.ToString() ?? "-"}  {answer.Flow}");
    }
}
