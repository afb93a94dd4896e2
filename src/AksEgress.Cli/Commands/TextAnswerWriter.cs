using AksEgress.Analysis;
using AksEgress.Cli.Console;

namespace AksEgress.Cli.Commands;

/// <summary>An answer for people: the verdict, the reason, and the whole way.</summary>
internal sealed class TextAnswerWriter(StyledWriter output) : AnswerWriter
{
    private const int Shown = 3;

    /// <inheritdoc/>
    public override void Write(FlowAnswer answer, int? line = null)
    {
        output.Write(Word(answer.Verdict), ToneOf(answer.Verdict));
        output.WriteLine($"  {answer.Flow}", Tone.Strong);
        output.WriteLine(answer.Because);
        Section("Way", answer.Steps.Select(step => $"{Word(step.Stage) + ":",-16}{step.Text}"));
        Section("Depends on", answer.DependsOn.Select(dependency => $"{Word(dependency.Verdict)} if {dependency.On}{(dependency.Rule is { } rule ? $" (rule {rule})" : "")}"));
        Section("Assumed", answer.Assumptions);
        if (answer.Return != ReturnPath.None)
        {
            // Past the firewall it leaves with what the topology does not say.
            if (answer.Stage is not (FlowStage.Route or FlowStage.Local))
            {
                Section("Leaves with", [Shorten(answer.Egress)]);
            }

            Section("Answers come back", [answer.Return == ReturnPath.Symmetric ? "the way the flow went" : "another way, on which they are dropped (asymmetric)"]);
        }
    }

    /// <summary>Addresses whose names count up: the first, the end of the last, and how many.</summary>
    internal static string Shorten(IReadOnlyList<string> names)
    {
        if (names.Count == 0)
        {
            return "its own address";
        }

        var last = names[^1];
        return names.Count <= Shown ? string.Join(", ", names)
            : FormattableString.Invariant($"{names[0]} … {(last.StartsWith(names[0], StringComparison.Ordinal) ? last[names[0].Length..] : last)} ({names.Count} addresses)");
    }

    private void Section(string title, IEnumerable<string> lines)
    {
        var isFirst = true;
        foreach (var line in lines)
        {
            if (isFirst)
            {
                output.WriteLine();
                output.WriteLine(title, Tone.Quiet);
                isFirst = false;
            }

            output.WriteLine("  " + line);
        }
    }
}
