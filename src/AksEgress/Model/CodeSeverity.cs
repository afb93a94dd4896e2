using AksEgress.Diagnostics;

namespace AksEgress.Model;

/// <summary>The severity of a code's findings.</summary>
/// <param name="Code">The code. What is an error by itself stays one.</param>
/// <param name="Severity">Their severity.</param>
public sealed record CodeSeverity(string Code, DiagnosticSeverity Severity) : Node;
