using System.Globalization;
using AksEgress.Compilation;
using AksEgress.Diagnostics;
using AksEgress.Rendering;

namespace AksEgress.Generation;

/// <summary>What the Bicep CLI finds in files that nobody wrote by hand, told of what was written by hand.</summary>
internal static class BicepFinding
{
    /// <summary>"The referenced module has errors": they are reported where they are.</summary>
    private const string ModuleHasErrors = "BCP104";

    /// <summary>The findings in a document's Bicep. With errors in templates of the user's only these: what else is wrong follows from them.</summary>
    public static IEnumerable<Diagnostic> Map(IEnumerable<BicepDiagnostic> findings, StagedDocument document, TemplateSet templates)
    {
        var mapped = findings.Select(finding => Map(finding, document, templates)).OfType<Diagnostic>().ToList();
        var inTemplates = mapped.FindAll(finding => finding.Severity == DiagnosticSeverity.Error && finding.Span != document.Place);
        return inTemplates.Count > 0 ? inTemplates : mapped;
    }

    /// <summary>
    /// The finding as one of ours: at the user's template when that wrote the file, else at the document or member. Null for mere information, for what follows
    /// from another finding, and for warnings about our own Bicep, which only another version of the CLI gives: no user can do anything about them.
    /// </summary>
    private static Diagnostic? Map(BicepDiagnostic finding, StagedDocument document, TemplateSet templates)
    {
        var template = templates.ReplacementOf("bicep/" + Path.GetFileName(finding.Span.File));
        var isError = finding.Severity == DiagnosticSeverity.Error;
        // A template of the user's may break a file of ours: main.bicep, when a module no longer has its outputs.
        var isOurs = template is null && !templates.Names.Any(name => name.StartsWith("bicep/", StringComparison.Ordinal) && templates.ReplacementOf(name) is not null);
        if (finding.Code == ModuleHasErrors || finding.Severity == DiagnosticSeverity.Info || (isOurs && !isError))
        {
            return null;
        }

        if (isOurs)
        {
            return GenerationDiagnostics.OwnBicepError.At(
                document.Place, $"AksEgress wrote Bicep that does not compile. Please report it with the document or code. {Describe(finding, document)}");
        }

        var descriptor = isError ? GenerationDiagnostics.TemplateBicepError : GenerationDiagnostics.TemplateBicepWarning;
        return descriptor.At(template is null ? document.Place : SourceSpan.WholeFile(template), $"In the Bicep that is written for '{document.Name}': {Describe(finding, document)}");
    }

    private static string Describe(BicepDiagnostic finding, StagedDocument document)
    {
        var span = finding.Span;
        var file = Path.GetRelativePath(document.Folder, span.File!).Replace('\\', '/');
        var line = File.ReadLines(span.File!).ElementAtOrDefault(span.Line - 1)?.Trim();
        return string.Create(CultureInfo.InvariantCulture, $"{file}({span.Line},{span.Column}): {finding.Code}: {finding.Message} The line: {line}");
    }
}
