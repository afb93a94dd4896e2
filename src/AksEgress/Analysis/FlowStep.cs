namespace AksEgress.Analysis;

/// <summary>One stage of a flow's way.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Rule">The rule that matched, else the nearest that did not, or null.</param>
/// <param name="Matched">True when the stage ended the way.</param>
/// <param name="Text">What happened there.</param>
public sealed record FlowStep(FlowStage Stage, RuleReference? Rule, bool Matched, string Text);
