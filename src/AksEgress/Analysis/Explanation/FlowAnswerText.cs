using AksEgress.Model;

namespace AksEgress.Analysis.Explanation;

/// <summary>An answer as text: the verdict, the reason, and behind them sections, each with a title after an empty line.</summary>
internal static class FlowAnswerText
{
    private const int Shown = 3;

    /// <summary>Writes the answer.</summary>
    public static void Write(TextWriter writer, FlowAnswer answer)
    {
        writer.Write($"{DocumentWord.Of(answer.Verdict)}  {answer.Flow}\n{answer.Because}\n");
        Section(writer, "Way", answer.Steps.Select(step => $"{DocumentWord.Of(step.Stage) + ":",-16}{step.Text}"));
        Section(writer, "Depends on", answer.DependsOn.Select(dependency => $"{DocumentWord.Of(dependency.Verdict)} if {dependency.On}{(dependency.Rule is { } rule ? $" (rule {rule})" : "")}"));
        Section(writer, "Assumed", answer.Assumptions);
        if (answer.Return != ReturnPath.None)
        {
            // Past the firewall it leaves with what the topology does not say.
            if (answer.Stage is not (FlowStage.Route or FlowStage.Local))
            {
                Section(writer, "Leaves with", [Shorten(answer.Egress)]);
            }

            Section(writer, "Answers come back", [answer.Return == ReturnPath.Symmetric ? "the way the flow went" : "another way, on which they are dropped (asymmetric)"]);
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

    private static void Section(TextWriter writer, string title, IEnumerable<string> lines)
    {
        var isFirst = true;
        foreach (var line in lines)
        {
            writer.Write(isFirst ? $"\n{title}\n  {line}\n" : $"  {line}\n");
            isFirst = false;
        }
    }
}
