namespace AksEgress.Analysis.Evaluation;

/// <summary>Where one case of a flow ends.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Allows">True when it passes.</param>
/// <param name="Rule">The rule, or null.</param>
/// <param name="Route">The route that it took, or null where the source has none that is known.</param>
internal readonly record struct Ending(FlowStage Stage, bool Allows, IFirewallRule? Rule, RouteChoice? Route)
{
    /// <summary>The verdict as a set of one.</summary>
    public VerdictSet Verdict => Allows ? VerdictSet.Allow : VerdictSet.Deny;
}
