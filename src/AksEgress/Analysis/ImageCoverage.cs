using AksEgress.Model;

namespace AksEgress.Analysis;

/// <summary>A container registry that images come from, and what covers its hosts.</summary>
public sealed record ImageCoverage
{
    /// <summary>The registry, with its port where it is not 443; null for texts that name no image.</summary>
    public required string? Registry { get; init; }

    /// <summary>The images.</summary>
    public required ValueList<ImageUse> Images { get; init; }

    /// <summary>The hosts that a pull reaches.</summary>
    public required ValueList<CoverageEntry> Entries { get; init; }

    /// <summary>The worst of <see cref="Entries"/>, or worse where not all hosts are known.</summary>
    public required CoverageStatus Status { get; init; }

    /// <summary>What is not known of the registry; null where all is.</summary>
    public required string? Note { get; init; }
}
