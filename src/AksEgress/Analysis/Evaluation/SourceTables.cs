using System.Collections.Immutable;
using AksEgress.Analysis.Sets;

namespace AksEgress.Analysis.Evaluation;

/// <summary>For rules that have something in common the first that takes a source. The same rules have one table, however often they are met.</summary>
internal sealed class SourceTables(ImmutableArray<CompiledApplicationRule> rules)
{
    private readonly Dictionary<int, FirstMatch> _ofOne = [];
    private readonly Dictionary<ImmutableArray<int>, FirstMatch> _ofMany = new(OrdersComparer.Instance);

    /// <summary>The rule at a place.</summary>
    public CompiledApplicationRule this[int order] => rules[order];

    /// <summary>The table of some rules.</summary>
    /// <param name="orders">Their places, in order.</param>
    public FirstMatch Of(ImmutableArray<int> orders)
    {
        if (orders.Length == 1)
        {
            return Cached(_ofOne, orders[0], orders);
        }

        return Cached(_ofMany, orders, orders);
    }

    private FirstMatch Cached<TKey>(Dictionary<TKey, FirstMatch> known, TKey key, ImmutableArray<int> orders)
        where TKey : notnull
    {
        if (!known.TryGetValue(key, out var table))
        {
            table = FirstMatch.Of([.. orders.SelectMany(order => rules[order].Source.Spans.Select(span => (span, order)))]);
            known.Add(key, table);
        }

        return table;
    }

    private sealed class OrdersComparer : IEqualityComparer<ImmutableArray<int>>
    {
        public static OrdersComparer Instance { get; } = new();

        public bool Equals(ImmutableArray<int> x, ImmutableArray<int> y) => x.AsSpan().SequenceEqual(y.AsSpan());

        public int GetHashCode(ImmutableArray<int> obj)
        {
            var hash = default(HashCode);
            foreach (var order in obj)
            {
                hash.Add(order);
            }

            return hash.ToHashCode();
        }
    }
}
