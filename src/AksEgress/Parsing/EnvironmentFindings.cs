using AksEgress.Diagnostics;

namespace AksEgress.Parsing;

/// <summary>The findings of a document over its environments: one for each mistake, which names the environments where only some have it.</summary>
internal static class EnvironmentFindings
{
    /// <summary>All findings, in the order of their places.</summary>
    /// <param name="environments">The environments with what was found in each.</param>
    public static DiagnosticBag Merge(IReadOnlyList<(string Name, DiagnosticBag Findings)> environments)
    {
        var merged = new DiagnosticBag();
        var places =
            from environment in environments
            from finding in environment.Findings.All
            group (environment.Name, Finding: finding) by (finding.Descriptor, finding.Span, finding.Severity, IsSuppressed: finding.Justification is not null);
        foreach (var place in places)
        {
            // One in each environment is the same mistake, whatever values its message quotes.
            var isOne = place.DistinctBy(found => found.Name).Count() == place.Count();
            merged.AddRange(place.GroupBy(found => isOne ? "" : found.Finding.Message, (_, mistake) => Name([.. mistake], environments.Count)).OfType<Diagnostic>());
        }

        return merged.Sorted();
    }

    private static Diagnostic? Name(IReadOnlyList<(string Name, Diagnostic Finding)> mistake, int count)
    {
        var first = mistake[0].Finding;
        string[] same = [.. Names(mistake.Where(found => found.Finding.Message == first.Message))];
        string[] others = [.. Names(mistake.Where(found => found.Finding.Message != first.Message))];
        if (same.Length == count)
        {
            return first;
        }

        // A suppression that another environment needs is not in vain.
        var scope = $" ({(others.Length == 0 ? "only in" : "in")} {string.Join(", ", same)}{(others.Length == 0 ? "" : $"; with other values in {string.Join(", ", others)}")})";
        return same.Length + others.Length < count && first.Descriptor == ChoiceDiagnostics.UnusedSuppression ? null : first with { Message = first.Message + scope, Scope = scope };
    }

    private static IEnumerable<string> Names(IEnumerable<(string Name, Diagnostic Finding)> found) => found.Select(one => Quotation.Shorten(one.Name)).Distinct();
}
