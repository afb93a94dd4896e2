using AksEgress.Knowledge;
using AksEgress.Model;

namespace AksEgress.Resolution;

/// <summary>Spells references as what they refer to; Azure does not tell upper from lower case, outputs do.</summary>
internal static class Spelling
{
    /// <summary>Names that references may mean; of several that differ only in case the first.</summary>
    public static HashSet<string> Index(IEnumerable<string> names) => new(names, StringComparer.OrdinalIgnoreCase);

    /// <summary>The one of the names that a reference means; the reference itself where there is none.</summary>
    public static string? As(HashSet<string> names, string? reference) => reference is not null && names.TryGetValue(reference, out var name) ? name : reference;

    /// <summary>A service tag as Microsoft spells it, the region as it was said; unknown ones as they are.</summary>
    public static ServiceTag Known(ServiceTag tag) => ServiceTags.Find(tag.ToString()) is { } known ? ServiceTag.Parse(Begin(known.Name, tag.ToString())) : tag;

    /// <summary>An FQDN tag as Microsoft spells it; unknown ones as they are.</summary>
    public static FqdnTag Known(FqdnTag tag) => FqdnTags.Find(tag.ToString()) is { } known ? FqdnTag.Parse(Begin(known.Name, tag.ToString())) : tag;

    private static string Begin(string known, string said) => known + said[known.Length..];
}
