using AksEgress.Model;

namespace AksEgress.Analysis;

/// <summary>A rule that does less than it says because of others.</summary>
/// <param name="Kind">What the others make of it.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Stage">Its stage: DNAT, network or application.</param>
/// <param name="By">The other rules, in the order of evaluation.</param>
/// <param name="Text">All of it in one sentence.</param>
public sealed record ShadowedRule(ShadowKind Kind, RuleReference Rule, FlowStage Stage, ValueList<RuleReference> By, string Text)
{
    /// <summary>True when the rule and the others all come from named sets, which share what each of them needs: good to know, and nothing to repair.</summary>
    public bool IsOfSets { get; init; }
}
