using AksEgress.Diagnostics;

namespace AksEgress.Generation;

/// <summary>The findings of several documents: those in files that more than one of them includes are told once.</summary>
internal static class IncludedFindings
{
    /// <summary>All findings in their order. One that not all documents have in the same environments names none.</summary>
    /// <param name="documents">The documents' names in findings, each with what was found in it and in the files that it includes.</param>
    public static IEnumerable<Diagnostic> Once(IEnumerable<(string? Document, IEnumerable<Diagnostic> Findings)> documents)
    {
        var all = (from one in documents from finding in one.Findings select (Finding: finding, IsOwn: finding.Span.File == one.Document)).ToList();
        var included = all.Where(one => !one.IsOwn).ToLookup(one => one.Finding.Unscoped, one => one.Finding);
        var told = new HashSet<Diagnostic>();
        foreach (var (finding, isOwn) in all)
        {
            if (isOwn)
            {
                yield return finding;
            }
            else if (told.Add(finding.Unscoped))
            {
                yield return included[finding.Unscoped].All(finding.Equals) ? finding : finding.Unscoped;
            }
        }
    }
}
