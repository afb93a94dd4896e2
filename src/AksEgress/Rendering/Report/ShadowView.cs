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

    /// <summary>How many rules are of each kind: <c>1 dead</c>.</summary>
    public static IEnumerable<string> Counts(ValueList<ShadowedRule> rules) =>
        rules.GroupBy(Label).OrderBy(same => same.Min(rule => (rule.IsOfSets, rule.Kind))).Select(same => $"{ReportWords.Number(same.Count())} {same.Key.ToLowerInvariant()}");

    private static string Label(ShadowedRule rule) => rule.IsOfSets ? "In several sets" : rule.Kind switch
    {
        ShadowKind.Dead => "Dead",
        ShadowKind.PartlyShadowed => "Partly shadowed",
        ShadowKind.Redundant => "Redundant",
        _ => "Partly needless",
    };
}
