using AksEgress.Analysis;
using AksEgress.Model;
using Scriban.Runtime;

namespace AksEgress.Rendering.Report;

/// <summary>What other rules make of a rule, as a mark beside it.</summary>
internal static class ShadowView
{
    /// <summary>The mark.</summary>
    public static ScriptObject Mark(ShadowedRule rule) => new()
    {
        ["class"] = !rule.IsOfSets && rule.Kind is ShadowKind.Dead or ShadowKind.PartlyShadowed ? "bad" : "weak",
        ["label"] = new Prose(Label(rule)),
        ["text"] = new Prose(rule.Text),
    };

    /// <summary>What others make of the rules, in a sentence or two.</summary>
    public static string Summary(ShadowReport report)
    {
        var counts = report.Rules.Count == 0 ? "Every rule does what it says." : $"Rules that do less than they say: {string.Join(", ", Counts(report.Rules))}.";
        return report.Unanswered.Count == 0 ? counts
            : $"Of {string.Join(" and ", report.Unanswered.Select(DocumentWord.Of))} rules it is not said which others hide: not all of them could be read, or they cross each other in too many cases.{(report.Rules.Count == 0 ? "" : " " + counts)}";
    }

    /// <summary>How many rules are of each kind: <c>1 dead</c>.</summary>
    private static IEnumerable<string> Counts(ValueList<ShadowedRule> rules) =>
        rules.GroupBy(Label).OrderBy(same => same.Min(rule => (rule.IsOfSets, rule.Kind))).Select(same => $"{ReportWords.Number(same.Count())} {same.Key.ToLowerInvariant()}");

    private static string Label(ShadowedRule rule) => rule.IsOfSets ? "In several sets" : rule.Kind switch
    {
        ShadowKind.Dead => "Dead",
        ShadowKind.PartlyShadowed => "Partly shadowed",
        ShadowKind.Redundant => "Redundant",
        _ => "Partly needless",
    };
}
