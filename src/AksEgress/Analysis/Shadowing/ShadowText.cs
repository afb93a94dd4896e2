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
            var rules = report.Rules.Where(rule => rule.Kind == kind).ToList();
            if (rules.Count > 0)
            {
                writer.WriteLine(heading);
                rules.ForEach(rule => writer.WriteLine($"  {rule.Text}"));
                writer.WriteLine();
            }
        }

        foreach (var stage in report.Unanswered)
        {
            writer.WriteLine($"Of {DocumentWord.Of(stage)} rules nothing is said: their sources, ports and destinations cross each other in too many cases.");
        }

        writer.WriteLine(report.Unanswered.Count > 0 ? "Not all rules were looked at." : report.Rules.Count == 0 ? "Every rule does what it says." : report.IsClean ? "No rule is dead, shadowed or redundant." : "Some rules do not do what they say.");
    }
}
