using AksEgress.Diagnostics;

namespace AksEgress;

/// <summary>What a run of <see cref="TopologyGenerator"/> did.</summary>
/// <param name="Files">The files written, in the order of the documents and then the members; none when there was an error.</param>
/// <param name="Diagnostics">Everything that was found, in the same order.</param>
/// <param name="Dependencies">Full paths of the files read beside the documents: what they include, templates, the Bicep CLI. When one of them changes, the outputs may.</param>
public sealed record GenerationResult(IReadOnlyList<GeneratedFile> Files, DiagnosticBag Diagnostics, IReadOnlyList<string> Dependencies);
