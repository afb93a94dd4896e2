namespace AksEgress.Rendering;

/// <summary>An output file, not yet written.</summary>
/// <param name="Path">Path below the topology's folder, with slashes: <c>modules/network.bicep</c>.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Content">The text, with LF line ends; written as UTF-8 without byte order mark.</param>
public sealed record RenderedFile(string Path, OutputKind Kind, string Content);
