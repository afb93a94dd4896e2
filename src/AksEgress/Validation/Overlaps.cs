using AksEgress.Model;

namespace AksEgress.Validation;

/// <summary>Finds prefixes that share addresses.</summary>
internal static class Overlaps
{
    /// <summary>Pairs of elements whose prefixes overlap, each element at most once as the later one: by sorting, not by comparing all with all.</summary>
    public static IEnumerable<(T Earlier, T Later)> Of<T>(IEnumerable<T> items, Func<T, Cidr> prefixOf)
    {
        var sorted = items.Select((item, index) => (Item: item, Index: index, Prefix: prefixOf(item)))
            .OrderBy(entry => entry.Prefix.First.Value).ThenBy(entry => entry.Prefix.Length).ThenBy(entry => entry.Index)
            .ToList();
        for (var i = 1; i < sorted.Count; i++)
        {
            // Prefixes nest or lie apart: whatever overlaps this one in front of it is the last that was not inside another.
            var (widest, current) = (sorted[i - 1], sorted[i]);
            if (widest.Prefix.Contains(current.Prefix))
            {
                yield return widest.Index < current.Index ? (widest.Item, current.Item) : (current.Item, widest.Item);
                sorted[i] = widest;
            }
        }
    }
}
