namespace AksEgress.Analysis;

/// <summary>Something that a verdict hangs on.</summary>
/// <param name="On">What would have to hold.</param>
/// <param name="Verdict">What becomes of the flow then.</param>
/// <param name="Stage">Where that is decided.</param>
/// <param name="Rule">The rule that decides it, or null.</param>
public sealed record Dependency(string On, Verdict Verdict, FlowStage Stage, RuleReference? Rule);
