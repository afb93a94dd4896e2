using AksEgress.Model;

namespace AksEgress.Analysis;

/// <summary>Something that the cluster reaches, and what covers it.</summary>
public sealed record CoverageEntry
{
    /// <summary>The set that has it, as a document names it; null where none has.</summary>
    public required string? Set { get; init; }

    /// <summary>The endpoint's name in the set; of an image the registry.</summary>
    public required string Endpoint { get; init; }

    /// <summary>The host, wildcard or service tag. Where one of several would do: the one that is covered best.</summary>
    public required string Target { get; init; }

    /// <summary>The protocol.</summary>
    public required FlowProtocol Protocol { get; init; }

    /// <summary>The destination port.</summary>
    public required int Port { get; init; }

    /// <summary>What it is for.</summary>
    public required string Purpose { get; init; }

    /// <summary>How much the cluster needs it.</summary>
    public required Importance Importance { get; init; }

    /// <summary>Whether it passes from all of <see cref="From"/>.</summary>
    public required CoverageStatus Status { get; init; }

    /// <summary>Each subnet that needs it.</summary>
    public required ValueList<SourceCoverage> From { get; init; }

    /// <summary>The rule that decides where it is covered worst, or null.</summary>
    public required RuleReference? Rule { get; init; }

    /// <summary>Why, in one sentence.</summary>
    public required string Because { get; init; }

    /// <summary>What to write so that it is covered; null where it is.</summary>
    public required string? Write { get; init; }

    /// <summary>The document that says that it is needed.</summary>
    public required string? Source { get; init; }

    /// <summary>True when something that the cluster needs may not pass.</summary>
    public bool IsGap => Importance is (Importance.Required or Importance.Feature) && Status is CoverageStatus.Depends or CoverageStatus.NotCovered;
}
