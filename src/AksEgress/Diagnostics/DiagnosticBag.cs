using System.Collections;

namespace AksEgress.Diagnostics;

/// <summary>Findings in the order in which they were made.</summary>
public sealed class DiagnosticBag : IReadOnlyCollection<Diagnostic>
{
    private readonly Func<Diagnostic, Diagnostic> _choose;
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly List<Diagnostic> _suppressed = [];

    /// <summary>An empty bag.</summary>
    public DiagnosticBag()
        : this(diagnostic => diagnostic)
    {
    }

    /// <summary>An empty bag whose findings get the severity that was chosen for them as they come in; those with none are left out.</summary>
    internal DiagnosticBag(Func<Diagnostic, Diagnostic> choose) => _choose = choose;

    /// <inheritdoc/>
    public int Count => _diagnostics.Count;

    /// <summary>True when at least one finding is an error.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>The findings that a suppression keeps from being reported, in the order in which they were made. They take no part in the rest.</summary>
    public IReadOnlyList<Diagnostic> Suppressed => _suppressed;

    /// <summary>All findings, those that are suppressed last.</summary>
    internal IEnumerable<Diagnostic> All => _diagnostics.Concat(_suppressed);

    /// <summary>Adds a finding.</summary>
    public void Add(Diagnostic diagnostic)
    {
        var chosen = _choose(diagnostic);
        if (chosen.Severity == DiagnosticSeverity.None)
        {
            return;
        }

        (chosen.Justification is null ? _diagnostics : _suppressed).Add(chosen);
        HasErrors |= chosen is { Severity: DiagnosticSeverity.Error, Justification: null };
    }

    /// <summary>Adds a finding of a kind at a place.</summary>
    public void Add(DiagnosticDescriptor descriptor, SourceSpan span, string message) => Add(descriptor.At(span, message));

    /// <summary>Adds findings; from another bag, also those that are suppressed.</summary>
    public void AddRange(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics is DiagnosticBag bag ? bag.All : diagnostics)
        {
            Add(diagnostic);
        }
    }

    /// <summary>The same findings by place, then code; those of one place and code stay in their order.</summary>
    internal DiagnosticBag Sorted()
    {
        var sorted = new DiagnosticBag();
        sorted.AddRange(All
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
