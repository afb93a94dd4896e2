using AksEgress.Diagnostics;

namespace AksEgress;

/// <summary>A topology with errors was to be rendered.</summary>
#pragma warning disable CA1032 // Thrown here only, always with its findings.
public sealed class InvalidTopologyException : Exception
#pragma warning restore CA1032
{
    internal InvalidTopologyException(DiagnosticBag diagnostics)
        : base($"The topology has errors:{string.Concat(diagnostics.Select(diagnostic => "\n" + diagnostic))}") => Diagnostics = diagnostics;

    /// <summary>Everything that was found.</summary>
    public DiagnosticBag Diagnostics { get; }
}
