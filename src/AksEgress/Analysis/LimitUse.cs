namespace AksEgress.Analysis;

/// <summary>How much of one of Azure's limits is used.</summary>
/// <param name="Name">What is limited.</param>
/// <param name="Subject">What the limit is of, such as the name of a route table; null for the topology.</param>
/// <param name="Used">How much is used.</param>
/// <param name="Most">How much there is.</param>
/// <param name="Source">The document that says so.</param>
public sealed record LimitUse(string Name, string? Subject, long Used, long Most, string Source)
{
    /// <summary>How much is left; less than 0 where the limit is exceeded.</summary>
    public long Headroom => Most - Used;
}
