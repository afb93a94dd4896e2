namespace AksEgress.Knowledge;

/// <summary>One address.</summary>
internal sealed record KnownAddress : SourcedFact
{
    /// <summary>The address.</summary>
    public required string Address { get; init; }
}

/// <summary>What the names of machine sizes begin with; a digit follows.</summary>
internal sealed record VmSizeSeries : SourcedFact
{
    /// <summary>The beginning.</summary>
    public required string Prefix { get; init; }
}

/// <summary>Addresses and their TCP port.</summary>
internal sealed record KnownEndpoint : SourcedFact
{
    /// <summary>The port.</summary>
    public required int Port { get; init; }

    /// <summary>The addresses.</summary>
    public required IReadOnlyList<string> Addresses { get; init; }
}

/// <summary>The last day of something; text for messages, never compared with the clock.</summary>
internal sealed record Retirement : SourcedFact
{
    /// <summary>The day.</summary>
    public required DateOnly Date { get; init; }
}

/// <summary>Minor versions of Kubernetes 1, as they were supported on a day.</summary>
internal sealed record KubernetesVersions : SourcedFact
{
    /// <summary>The lowest with standard support.</summary>
    public required int Lowest { get; init; }

    /// <summary>The highest.</summary>
    public required int Highest { get; init; }

    /// <summary>The one with long-term support only.</summary>
    public required int LongTerm { get; init; }

    /// <summary>The highest that is deprecated.</summary>
    public required int Deprecated { get; init; }

    /// <summary>The day.</summary>
    public required DateOnly AsOf { get; init; }
}
