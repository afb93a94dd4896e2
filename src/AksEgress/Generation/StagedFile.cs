using AksEgress.Rendering;

namespace AksEgress.Generation;

/// <summary>A file in the staging area.</summary>
/// <param name="Path">Its path below the topology's folder, with slashes.</param>
/// <param name="Kind">What it is.</param>
internal sealed record StagedFile(string Path, OutputKind Kind);
