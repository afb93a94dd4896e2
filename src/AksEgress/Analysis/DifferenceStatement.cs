namespace AksEgress.Analysis;

/// <summary>Something that two topologies make different, in words.</summary>
/// <param name="Kind">What kind of change it is.</param>
/// <param name="From">Where the flows come from.</param>
/// <param name="To">Where they go.</param>
/// <param name="Service">What they speak: protocols and ports.</param>
/// <param name="Rule">The rule that decides now, or decided before where none does now; null where a route or the default decides.</param>
/// <param name="Text">All of it in one sentence.</param>
public sealed record DifferenceStatement(DifferenceKind Kind, string From, string To, string Service, RuleReference? Rule, string Text);
