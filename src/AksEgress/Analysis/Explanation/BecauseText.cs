using AksEgress.Analysis.Evaluation;
using AksEgress.Model;

namespace AksEgress.Analysis.Explanation;

/// <summary>Says in one sentence why.</summary>
internal sealed class BecauseText(EgressTopology topology)
{
    /// <summary>The sentence.</summary>
    public string Of(Flow flow, Verdict verdict, Ending certain, IReadOnlyList<FlowCase> cases)
    {
        var uncertain = cases.Where(one => one.If is not null).ToList();
        var sources = cases.Where(one => one.If is null).Select(one => one.Ending).ToList();
        if (sources.Exists(ending => ending.Verdict != certain.Verdict))
        {
            return "Rules or routes tell the source addresses apart.";
        }

        if (verdict == Verdict.Depends)
        {
            // Each part of the sources has the same things again.
            var different = uncertain.Where(one => one.Ending.Verdict != certain.Verdict).Select(one => UnknownText.Of(flow, one)).Distinct().ToList();
            return Sentence(flow, certain, different.Count == 1 ? $"Unless {different[0]}, " : FormattableString.Invariant($"Unless one of {different.Count} things holds, "));
        }

        var also = cases.DistinctBy(one => (one.Ending.Stage, one.Ending.Rule)).Count() <= 1 ? "" : " Other rules may decide before it, with the same verdict.";
        return Sentence(flow, certain, "") + also;
    }

    private string Sentence(Flow flow, Ending ending, string prefix)
    {
        var text = ending switch
        {
            { Rule: { } rule } => $"{KindOf(ending.Stage)} rule {rule.Reference} {(ending.Allows ? "allows" : "denies")} it.",
            { Stage: FlowStage.Local } when (flow.To.Address ?? flow.Address) is { } address && address == topology.Firewall!.PrivateIpAddress => "it ends at the firewall itself; no rule decides about it.",
            { Stage: FlowStage.Local } => "it stays in the virtual network; the firewall does not see it.",
            { Stage: FlowStage.Route, Route: null } => $"{flow.From} is in no subnet of the topology, so its routes are not known, and by others than those to the firewall it passes unseen.",
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
