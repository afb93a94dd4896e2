using AksEgress.Diagnostics;
using AksEgress.Model;

namespace AksEgress.Generation;

/// <summary>The suppressions of one code by their places. Mappings of a file nest or lie apart, so those around a place are found from the last one that begins before it.</summary>
internal sealed class SuppressionScopes
{
    private readonly List<Suppression> _everywhere = [];
    private readonly List<Suppression> _ordered = [];
    private readonly List<int> _outer = [];

    // Files have an order too, so that places of all files have one.
    private readonly Dictionary<string, int> _files = new(StringComparer.Ordinal);

    public SuppressionScopes(IEnumerable<Suppression> suppressions)
    {
        var all = suppressions.ToLookup(suppression => suppression.Scope == SourceSpan.None);
        _everywhere.AddRange(all[true]);
        foreach (var suppression in all[false])
        {
            _files.TryAdd(suppression.Scope.File ?? "", _files.Count);
        }

        var open = new Stack<int>();
        foreach (var suppression in all[false].OrderBy(suppression => Start(suppression.Scope)).ThenByDescending(suppression => End(suppression.Scope)))
        {
            while (open.TryPeek(out var last) && End(_ordered[last].Scope).CompareTo(Start(suppression.Scope)) <= 0)
            {
                open.Pop();
            }

            _outer.Add(open.TryPeek(out var outer) ? outer : -1);
            open.Push(_ordered.Count);
            _ordered.Add(suppression);
        }
    }

    /// <summary>The suppressions around a place, from the innermost to those of the whole topology.</summary>
    public IEnumerable<Suppression> Around(SourceSpan place)
    {
        var position = Start(place);
        for (var i = LastAtOrBefore(position); i >= 0; i = _outer[i])
        {
            if (_ordered[i].Scope.File == place.File && position.CompareTo(End(_ordered[i].Scope)) < 0)
            {
                yield return _ordered[i];
            }
        }

        foreach (var suppression in _everywhere)
        {
            yield return suppression;
        }
    }

    private int LastAtOrBefore((int File, int Line, int Column) position)
    {
        var (low, high) = (0, _ordered.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Start(_ordered[middle].Scope).CompareTo(position) <= 0 ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }

    private (int File, int Line, int Column) Start(SourceSpan span) => (FileOf(span), span.Line, span.Column);

    private (int File, int Line, int Column) End(SourceSpan span) => (FileOf(span), span.EndLine, span.EndColumn);

    private int FileOf(SourceSpan span) => _files.GetValueOrDefault(span.File ?? "", -1);
}
