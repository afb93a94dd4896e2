using AksEgress.Rendering;

namespace AksEgress;

/// <summary>A file that was written.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="RelativePath">Its path below the output folder, with slashes: <c>aks-egress/modules/network.bicep</c>.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Topology">The name of its topology.</param>
/// <param name="Document">The full path of the document that describes it, or the full name of the member of code that gives it.</param>
public sealed record GeneratedFile(string Path, string RelativePath, OutputKind Kind, string Topology, string Document);
