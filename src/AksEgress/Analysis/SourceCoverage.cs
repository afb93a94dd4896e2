namespace AksEgress.Analysis;

/// <summary>What covers something for one source.</summary>
/// <param name="From">The subnet.</param>
/// <param name="Status">Whether it passes.</param>
/// <param name="Stage">Where that is decided.</param>
/// <param name="Rule">The rule that decides, or null.</param>
/// <param name="Because">Why, in one sentence.</param>
public sealed record SourceCoverage(FlowSource From, CoverageStatus Status, FlowStage Stage, RuleReference? Rule, string Because);
