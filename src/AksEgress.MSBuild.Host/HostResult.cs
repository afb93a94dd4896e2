using AksEgress.Diagnostics;

namespace AksEgress.MSBuild.Host;

/// <summary>What became of a request.</summary>
/// <param name="Files">The files written.</param>
/// <param name="Diagnostics">What was found, with what suppressions keep from being reported.</param>
/// <param name="Dependencies">The files read beside documents and code.</param>
/// <param name="Exceptions">What members threw, with the stacks.</param>
internal sealed record HostResult(IReadOnlyList<GeneratedFile> Files, IReadOnlyList<Diagnostic> Diagnostics, IReadOnlyList<string> Dependencies, IReadOnlyList<string> Exceptions);
