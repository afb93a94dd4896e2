using System.Collections;

namespace AksEgress.Diagnostics;

/// <summary>Findings in the order in which they were made.</summary>
public sealed class DiagnosticBag : IReadOnlyCollection<Diagnostic>
{
    private readonly List<Diagnostic> _diagnostics = [];

    /// <inheritdoc/>
    public int Count => _diagnostics.Count;

    /// <summary>True when at least one finding is an error.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Adds a finding.</summary>
    public void Add(Diagnostic diagnostic)
    {
        _diagnostics.Add(diagnostic);
        HasErrors |= diagnostic.Severity == DiagnosticSeverity.Error;
    }

    /// <summary>Adds a finding of a kind at a place.</summary>
    public void Add(DiagnosticDescriptor descriptor, SourceSpan span, string message) => Add(descriptor.At(span, message));

    /// <summary>Adds findings.</summary>
    public void AddRange(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            Add(diagnostic);
        }
    }

    /// <summary>The same findings by place, then code; those of one place and code stay in their order.</summary>
    internal DiagnosticBag Sorted()
    {
        var sorted = new DiagnosticBag();
        sorted.AddRange(_diagnostics
            .OrderBy(diagnostic => diagnostic.Span.File, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Span.Line)
            .ThenBy(diagnostic => diagnostic.Span.Column)
            .ThenBy(diagnostic => diagnostic.Code, StringComparer.Ordinal));
        return sorted;
    }

    /// <inheritdoc/>
    public IEnumerator<Diagnostic> GetEnumerator() => _diagnostics.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
