using AksEgress.Analysis.Evaluation;
using AksEgress.Model;

namespace AksEgress.Analysis.Explanation;

/// <summary>Says in one sentence why.</summary>
internal static class BecauseText
{
    /// <summary>The sentence.</summary>
    public static string Of(Flow flow, Verdict verdict, Ending certain, IReadOnlyList<FlowCase> cases)
    {
        var uncertain = cases.Where(one => one.If is not null).ToList();
        var sources = cases.Where(one => one.If is null).Select(one => (one.Ending.Stage, one.Ending.Rule)).Distinct().Count();
        if (verdict == Verdict.Depends)
        {
            var different = uncertain.Where(one => one.Ending.Verdict != certain.Verdict).ToList();
            return different.Count == 0
                ? "Rules tell the source addresses apart."
                : $"{Sentence(certain, different.Count == 1 ? $"Unless {UnknownText.Of(flow, different[0])}, " : $"Unless one of {different.Count} things holds, ")}";
        }

        var also = uncertain.Count == 0 && sources <= 1 ? ""
            : $" Other rules may decide before it, with the same verdict.";
        return Sentence(certain, "") + also;
    }

    private static string Sentence(Ending ending, string prefix)
    {
        var text = ending switch
        {
            { Rule: { } rule } => $"{KindOf(ending.Stage)} rule {rule.Reference} {(ending.Allows ? "allows" : "denies")} it.",
            { Stage: FlowStage.Local } => "it stays in the virtual network; the firewall does not see it.",
            { Stage: FlowStage.Route, Route: null } => "the source is in no subnet of the topology; the firewall does not see it.",
            { Stage: FlowStage.Route, Allows: false } => $"the route {ending.Route!.Reference} drops it.",
            { Stage: FlowStage.Route } => $"the route {ending.Route!.Reference} takes it past the firewall, which does not see it.",
            _ => "no rule of the firewall matches, and the firewall denies what no rule allows.",
        };
        return prefix.Length > 0 ? prefix + text : char.ToUpperInvariant(text[0]) + text[1..];
    }

    private static string KindOf(FlowStage stage) => stage switch
    {
        FlowStage.Dnat => "DNAT",
        _ => DocumentWord.Of(stage),
    };
}
