using AksEgress.Diagnostics;

namespace AksEgress.Model;

/// <summary>An image that a workload names.</summary>
/// <param name="Image">The image as it is written, such as <c>nginx:1.29</c>.</param>
/// <param name="Workload">What names it, such as <c>Deployment shop</c>.</param>
/// <param name="Span">Where it does.</param>
public sealed record ImageUse(string Image, string Workload, SourceSpan Span);
