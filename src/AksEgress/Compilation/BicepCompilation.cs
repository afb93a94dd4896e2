namespace AksEgress.Compilation;

/// <summary>What became of one <c>.bicep</c> file.</summary>
/// <param name="Success">True when the compiler found no error.</param>
/// <param name="Template">The ARM template: the text that <c>bicep build</c> writes, with LF line ends and no line end after the last line; null without success.</param>
/// <param name="Diagnostics">Findings in the file and its modules, sorted by file, place and code: the CLI's own order of files changes from run to run.</param>
public sealed record BicepCompilation(bool Success, string? Template, IReadOnlyList<BicepDiagnostic> Diagnostics);
