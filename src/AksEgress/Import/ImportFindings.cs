using AksEgress.Diagnostics;

namespace AksEgress.Import;

/// <summary>Takes what is found: the same at the same place once, and of each code only as much as somebody could read.</summary>
internal sealed class ImportFindings(DiagnosticBag diagnostics)
{
    /// <summary>The greatest number of findings of a code.</summary>
    public const int MaxOfACode = 2_000;

    private readonly HashSet<(SourceSpan, string)> _reported = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>Reports a finding.</summary>
    public void Report(DiagnosticDescriptor descriptor, SourceSpan place, string message)
    {
        var count = _counts.GetValueOrDefault(descriptor.Code);
        if (count > MaxOfACode || !_reported.Add((place, message)))
        {
            return;
        }

        _counts[descriptor.Code] = count + 1;
        if (count < MaxOfACode)
        {
            diagnostics.Add(descriptor, place, message);
        }
        else
        {
            diagnostics.Add(descriptor, SourceSpan.WholeFile(place.File), FormattableString.Invariant($"There are more findings of this kind than these {MaxOfACode:N0}. The others are not listed; answers that depend on them say so all the same."));
        }
    }
}
