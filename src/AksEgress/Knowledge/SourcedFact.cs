namespace AksEgress.Knowledge;

/// <summary>A piece of knowledge about Azure that says where it comes from and how sure it is.</summary>
internal abstract record SourcedFact
{
    /// <summary>The key of the source in <see cref="FactSources"/>, which also has its date.</summary>
    public required string Source { get; init; }

    /// <summary>How sure the fact is.</summary>
    public required Confidence Confidence { get; init; }
}
