using AksEgress.Diagnostics;

namespace AksEgress.Compilation;

/// <summary>One finding of the Bicep compiler or its linter.</summary>
/// <param name="Span">Where: the file's full path, lines and columns from 1.</param>
/// <param name="Severity">Bicep's level. Only errors keep a template from being made: a misspelt property may be a mere warning.</param>
/// <param name="Code">A compiler code such as <c>BCP057</c>, or the name of a linter rule such as <c>no-unused-params</c>.</param>
/// <param name="Message">Bicep's text, in English.</param>
public sealed record BicepDiagnostic(SourceSpan Span, DiagnosticSeverity Severity, string Code, string Message);
