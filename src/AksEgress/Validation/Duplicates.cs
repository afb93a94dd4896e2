namespace AksEgress.Validation;

/// <summary>Finds what stands twice.</summary>
internal static class Duplicates
{
    /// <summary>Every element whose key an earlier one has, with that one.</summary>
    public static IEnumerable<(T Earlier, T Later)> Of<T, TKey>(IEnumerable<T> items, Func<T, TKey> keyOf, IEqualityComparer<TKey>? comparer = null)
        where TKey : notnull
    {
        var seen = new Dictionary<TKey, T>(comparer);
        foreach (var item in items)
        {
            var key = keyOf(item);
            if (!seen.TryAdd(key, item))
            {
                yield return (seen[key], item);
            }
        }
    }

    /// <summary>Every element whose name an earlier one has. Upper and lower case are the same, as in Azure; names that could not be read are none.</summary>
    public static IEnumerable<(T Earlier, T Later)> OfNames<T>(IEnumerable<T> items, Func<T, string> nameOf) =>
        Of(items.Where(item => nameOf(item).Length > 0), nameOf, StringComparer.OrdinalIgnoreCase);
}
