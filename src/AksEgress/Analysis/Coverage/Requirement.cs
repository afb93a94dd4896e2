using System.Collections.Immutable;

namespace AksEgress.Analysis.Coverage;

/// <summary>Something that the cluster needs to reach.</summary>
internal sealed record Requirement
{
    /// <summary>The set that has it, or null.</summary>
    public required string? Set { get; init; }

    /// <summary>Its name in the set.</summary>
    public required string Endpoint { get; init; }

    /// <summary>Hosts, wildcards or service tags, of which one must be covered.</summary>
    public required IReadOnlyList<string> Targets { get; init; }

    /// <summary>True when <see cref="Targets"/> are service tags.</summary>
    public bool IsServiceTag { get; init; }

    /// <summary>The protocol.</summary>
    public required FlowProtocol Protocol { get; init; }

    /// <summary>The port.</summary>
    public required int Port { get; init; }

    /// <summary>What it is for.</summary>
    public required string Purpose { get; init; }

    /// <summary>How much it is needed.</summary>
    public required Importance Importance { get; init; }

    /// <summary>The key of the source, or null.</summary>
    public required string? Source { get; init; }

    /// <summary>The subnets that need it.</summary>
    public required ImmutableArray<FlowSource> From { get; init; }
}
