using AksEgress.Diagnostics;

namespace AksEgress.Parsing;

/// <summary>The findings of a document over its environments: one for each mistake, which names the environments where only some have it.</summary>
internal static class EnvironmentFindings
{
    /// <summary>All findings, in the order of their places.</summary>
    /// <param name="environments">The environments with what was found in each.</param>
    /// <param name="isOnlyOfAll">Which findings say that something is in vain, and so are wrong where one environment does not have them. Default: none.</param>
    public static DiagnosticBag Merge(IReadOnlyList<(string Name, DiagnosticBag Findings)> environments, Func<Diagnostic, bool>? isOnlyOfAll = null)
    {
        var merged = new DiagnosticBag();
        var places =
            from environment in environments
            from finding in environment.Findings.Concat(environment.Findings.Suppressed)
            group (environment.Name, Finding: finding) by (finding.Descriptor, finding.Span, finding.Severity, IsSuppressed: finding.Justification is not null);
        foreach (var place in places)
        {
            // One in each environment is the same mistake, whatever values its message quotes.
            var isOne = place.DistinctBy(found => found.Name).Count() == place.Count();
            merged.AddRange(place.GroupBy(found => isOne ? "" : found.Finding.Message, (_, mistake) => Name([.. mistake], environments.Count, isOnlyOfAll)).OfType<Diagnostic>());
        }

        return merged.Sorted();
    }

    private static Diagnostic? Name(IReadOnlyList<(string Name, Diagnostic Finding)> mistake, int count, Func<Diagnostic, bool>? isOnlyOfAll)
    {
        var first = mistake[0].Finding;
        string[] same = [.. Names(mistake.Where(found => found.Finding.Message == first.Message))];
        string[] others = [.. Names(mistake.Where(found => found.Finding.Message != first.Message))];
        if (same.Length == count)
        {
            return first;
        }

        return same.Length + others.Length < count && isOnlyOfAll?.Invoke(first) == true ? null
            : first with { Message = $"{first.Message} ({(others.Length == 0 ? "only in" : "in")} {string.Join(", ", same)}{(others.Length == 0 ? "" : $"; with other values in {string.Join(", ", others)}")})" };
    }

    private static IEnumerable<string> Names(IEnumerable<(string Name, Diagnostic Finding)> found) => found.Select(one => Quotation.Shorten(one.Name)).Distinct();
}
