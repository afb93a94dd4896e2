using System.Globalization;
using AksEgress.Compilation;
using AksEgress.Diagnostics;
using AksEgress.Rendering;

namespace AksEgress.Generation;

/// <summary>What the Bicep CLI finds in files that nobody wrote by hand, told of what was written by hand.</summary>
internal static class BicepFinding
{
    /// <summary>
    /// The finding as one of ours: at the user's template when that wrote the file, else at the document. Null for mere information, and for
    /// warnings about our own Bicep, which only another version of the CLI gives: no user can do anything about them.
    /// </summary>
    public static Diagnostic? Map(BicepDiagnostic finding, StagedDocument document, TemplateSet templates)
    {
        var replaced = templates.Files.Where(file => file.EndsWith(".bicep.scriban", StringComparison.Ordinal)).ToList();
        var isError = finding.Severity == DiagnosticSeverity.Error;
        if (!isError && (replaced.Count == 0 || finding.Severity == DiagnosticSeverity.Info))
        {
            return null;
        }

        if (replaced.Count == 0)
        {
            return GenerationDiagnostics.OwnBicepError.At(
                SourceSpan.WholeFile(document.Document), $"AksEgress wrote Bicep that does not compile. Please report it with the document. {Describe(finding, document)}");
        }

        var template = replaced.Find(file => Path.GetFileNameWithoutExtension(file) == Path.GetFileName(finding.Span.File));
        var descriptor = isError ? GenerationDiagnostics.TemplateBicepError : GenerationDiagnostics.TemplateBicepWarning;
        return descriptor.At(SourceSpan.WholeFile(template ?? document.Document), $"In the Bicep that is written for '{document.Name}': {Describe(finding, document)}");
    }

    private static string Describe(BicepDiagnostic finding, StagedDocument document)
    {
        var span = finding.Span;
        var file = Path.GetRelativePath(document.Folder, span.File!).Replace('\\', '/');
        var line = File.ReadLines(span.File!).ElementAtOrDefault(span.Line - 1)?.Trim();
        return string.Create(CultureInfo.InvariantCulture, $"{file}({span.Line},{span.Column}): {finding.Code}: {finding.Message} The line: {line}");
    }
}
