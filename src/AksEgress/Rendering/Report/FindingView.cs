using System.Globalization;
using AksEgress.Diagnostics;
using Scriban.Runtime;

namespace AksEgress.Rendering.Report;

/// <summary>The findings, those that a suppression keeps from being reported among them.</summary>
internal static class FindingView
{
    /// <summary>The list of the findings in the order of their places, or none.</summary>
    public static List<List<ScriptObject>> Lists(DiagnosticBag findings)
    {
        List<ScriptObject> all = [.. findings.Select(Finding), .. findings.Suppressed.Select(Finding)];
        return all.Count == 0 ? [] : [all];
    }

    private static ScriptObject Finding(Diagnostic finding) => new()
    {
        ["code"] = finding.Code,
        ["title"] = new Prose(finding.Descriptor.Title),
        ["severity"] = new Prose(finding.Justification is null ? finding.Severity.ToString() : "Suppressed"),
        ["class"] = finding.Justification is not null ? "none" : finding.Severity switch
        {
            DiagnosticSeverity.Error => "bad",
            DiagnosticSeverity.Warning => "weak",
            _ => "info",
        },
        // The line alone: where the document lies differs from machine to machine.
        ["places"] = finding.Span.Line == 0 ? [] : (List<Prose>)[new(string.Create(CultureInfo.InvariantCulture, $"line {finding.Span.Line}"))],
        ["message"] = new Prose(finding.Message),
        ["reasons"] = ReportWords.Maybe(finding.Justification is { } reason ? new Prose(reason) : null),
    };
}
