using System.Text.Json;
using AksEgress.Analysis.Shadowing;
using AksEgress.Model;

namespace AksEgress.Analysis;

/// <summary>The rules that do less than they say because of others.</summary>
public sealed record ShadowReport
{
    /// <summary>The rules, in the order of evaluation.</summary>
    public required ValueList<ShadowedRule> Rules { get; init; }

    /// <summary>Stages of which nothing is said, because not all of their rules could be read, or these cross each other in more cases than can be looked at. Empty for all but unusual policies.</summary>
    public required ValueList<FlowStage> Unanswered { get; init; }

    /// <summary>True when every rule does something that no other does, what named sets share aside, and no denial stands in front of what a rule allows or the other way round.</summary>
    public bool IsClean => Unanswered.Count == 0 && Rules.All(rule => rule.IsOfSets || rule.Kind == ShadowKind.PartlyNeedless);

    /// <summary>Writes the report as text for people.</summary>
    public void WriteText(TextWriter writer) => ShadowText.Write(writer, this);

    /// <summary>Writes the report as one JSON object: clean, unanswered, rules.</summary>
    public void WriteJson(Utf8JsonWriter json) => ShadowJson.Write(json, this);
}
