using AksEgress.Diagnostics;

namespace AksEgress.Compilation;

/// <summary>A resource that a Bicep file declares.</summary>
/// <param name="Type">The type with its namespace.</param>
/// <param name="Place">The declaration.</param>
internal sealed record BicepResource(string Type, SourceSpan Place);
