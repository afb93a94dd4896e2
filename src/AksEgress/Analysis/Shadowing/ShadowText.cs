using AksEgress.Model;

namespace AksEgress.Analysis.Shadowing;

/// <summary>A shadow report as text.</summary>
internal static class ShadowText
{
    private static readonly (ShadowKind Kind, string Heading)[] _headings =
    [
        (ShadowKind.Dead, "Rules that never match:"),
        (ShadowKind.PartlyShadowed, "Rules that others of the other action stand in front of:"),
        (ShadowKind.Redundant, "Rules that could go:"),
        (ShadowKind.PartlyNeedless, "Rules of which a part could go:"),
    ];

    /// <summary>Writes it.</summary>
    public static void Write(TextWriter writer, ShadowReport report)
    {
        foreach (var (kind, heading) in _headings)
        {
            WriteAll(writer, heading, report.Rules.Where(rule => rule.Kind == kind && !rule.IsOfSets));
        }

        WriteAll(writer, "Rules that named sets share, which is nothing to repair:", report.Rules.Where(rule => rule.IsOfSets));

        foreach (var stage in report.Unanswered)
        {
            writer.WriteLine($"Of {DocumentWord.Of(stage)} rules nothing is said: not all of them could be read, or they cross each other in too many cases.");
        }

        writer.WriteLine(report.Unanswered.Count > 0 ? "Not all rules were looked at." : report.Rules.Count == 0 ? "Every rule does what it says." : report.IsClean ? "No rule is dead, shadowed or redundant." : "Some rules do not do what they say.");
    }

    private static void WriteAll(TextWriter writer, string heading, IEnumerable<ShadowedRule> rules)
    {
        var lines = rules.Select(rule => $"  {rule.Text}").ToList();
        if (lines.Count > 0)
        {
            writer.WriteLine(heading);
            lines.ForEach(writer.WriteLine);
            writer.WriteLine();
        }
    }
}
