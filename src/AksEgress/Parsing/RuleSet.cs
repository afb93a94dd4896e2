using AksEgress.Model;

namespace AksEgress.Parsing;

/// <summary>Rules that documents share: a file of its own (*.rules.yaml), which they include.</summary>
internal sealed record RuleSet : Node
{
    /// <summary>Files (*.rules.yaml) by their paths from this one, whose <c>allow</c> and <c>rules</c> come before those here, in their order. Default: none.</summary>
    public ValueList<IncludePath>? Include { get; init; }

    /// <summary>What the cluster may reach, by named set or host. Default: nothing.</summary>
    public ValueList<AllowEntry>? Allow { get; init; }

    /// <summary>Exact rule collections, put into the default group of their kind. Default: none.</summary>
    public ValueList<RuleCollection>? Rules { get; init; }
}
