namespace AksEgress.Knowledge;

/// <summary>A public document or issue that facts were taken from.</summary>
internal sealed record FactSource
{
    /// <summary>The short name that a <see cref="SourcedFact"/> refers to.</summary>
    public required string Key { get; init; }

    /// <summary>Where it is: <c>owner/repository:path</c>, or <c>owner/repository#number</c> for an issue.</summary>
    public required string Location { get; init; }

    /// <summary>The date of the version that was read; null when the copy carried none.</summary>
    public required DateOnly? Date { get; init; }
}
