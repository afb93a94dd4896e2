using AksEgress.Analysis.Explanation;
using AksEgress.Model;

namespace AksEgress.Analysis;

/// <summary>What becomes of a flow, by which rule, and why.</summary>
public sealed record FlowAnswer
{
    /// <summary>The flow.</summary>
    public required Flow Flow { get; init; }

    /// <summary>What becomes of it.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Where the evaluation ends; with <see cref="Verdict.Depends"/>, where it ends if nothing of <see cref="DependsOn"/> holds.</summary>
    public required FlowStage Stage { get; init; }

    /// <summary>The rule that decides there, or null.</summary>
    public required RuleReference? Rule { get; init; }

    /// <summary>Rules that may decide before it, with the same verdict or, of <see cref="Verdict.Depends"/>, another. In the order of evaluation.</summary>
    public required ValueList<RuleReference> Candidates { get; init; }

    /// <summary>The route out of the source's subnet; null where the source is in no subnet or no route applies.</summary>
    public required RouteReference? Route { get; init; }

    /// <summary>What the flow leaves with, if it passes through the firewall and its source is translated: names of public IP addresses, or the firewall's private address.</summary>
    public required ValueList<string> Egress { get; init; }

    /// <summary>How the answers come back.</summary>
    public required ReturnPath Return { get; init; }

    /// <summary>What the verdict hangs on, each with what it would give. Empty but for <see cref="Verdict.Depends"/>.</summary>
    public required ValueList<Dependency> DependsOn { get; init; }

    /// <summary>What was taken for true without being published or given.</summary>
    public required ValueList<string> Assumptions { get; init; }

    /// <summary>The whole way, stage by stage.</summary>
    public required ValueList<FlowStep> Steps { get; init; }

    /// <summary>The reason, in one sentence.</summary>
    public required string Because { get; init; }

    /// <summary>Writes the answer as text for people: verdict, reason, and the whole way.</summary>
    public void WriteText(TextWriter writer) => FlowAnswerText.Write(writer, this);
}
