using AksEgress.Diagnostics;

namespace AksEgress.Parsing;

/// <summary>A file that was asked for.</summary>
/// <param name="Name">Its name in findings.</param>
/// <param name="Path">Its path from the document, with slashes.</param>
/// <param name="Root">What it says; null where it cannot be read, or is no mapping.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="Diagnostics">What is wrong with its text.</param>
/// <param name="Problem">Why it cannot be read at all; null where it can.</param>
internal sealed record IncludedFile(string Name, string Path, YamlMapping? Root, int Size, DiagnosticBag Diagnostics, string? Problem = null);
