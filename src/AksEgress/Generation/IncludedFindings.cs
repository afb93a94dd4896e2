using AksEgress.Diagnostics;

namespace AksEgress.Generation;

/// <summary>Tells the findings in files that several documents of a run include once.</summary>
internal sealed class IncludedFindings
{
    private readonly HashSet<Diagnostic> _told = [];

    /// <summary>The findings of a document, also those that are suppressed, without those in files that another document told of.</summary>
    /// <param name="document">The document's name in findings.</param>
    /// <param name="findings">What was found in it and in the files that it includes.</param>
    public IEnumerable<Diagnostic> Once(string? document, DiagnosticBag findings) => findings.Concat(findings.Suppressed).Where(finding => finding.Span.File == document || _told.Add(finding));
}
