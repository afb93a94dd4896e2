using System.Collections.Immutable;
using AksEgress.Analysis.Sets;

namespace AksEgress.Analysis.Evaluation;

/// <summary>The application rules that name a pattern.</summary>
internal sealed class PatternRules(ImmutableArray<int> orders, SourceTables tables)
{
    private readonly FirstMatch _bySource = tables.Of(orders);

    /// <summary>Their places, in order.</summary>
    public ImmutableArray<int> Orders => orders;

    /// <summary>The place of the first that takes the source, or <see cref="FirstMatch.None"/>.</summary>
    public int Find(uint source) => _bySource.Find(source);
}
