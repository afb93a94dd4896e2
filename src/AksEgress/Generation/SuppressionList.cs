using System.Globalization;
using AksEgress.Diagnostics;
using AksEgress.Model;
using AksEgress.Validation;

namespace AksEgress.Generation;

/// <summary>The suppressions of one topology at work on its findings.</summary>
internal sealed class SuppressionList
{
    private readonly EgressTopology _topology;
    private readonly DateOnly? _today;
    private readonly Dictionary<string, SuppressionScopes> _working;
    private readonly HashSet<Suppression> _repeated;
    private readonly HashSet<Suppression> _used = new(ReferenceEqualityComparer.Instance);

    public SuppressionList(EgressTopology topology, DateOnly? today)
    {
        _topology = topology;
        _today = today;
        var working = All.Where(suppression => !HasEnded(suppression) && DiagnosticCatalog.Find(suppression.Code) is { Severity: not DiagnosticSeverity.Error }).ToList();
        // One that stands twice at a place works once: a finding would be held against each of thousands.
        _repeated = Duplicates.Of(working, suppression => (suppression.Code.ToUpperInvariant(), suppression.Scope)).Select(pair => pair.Later).ToHashSet<Suppression>(ReferenceEqualityComparer.Instance);
        _working = working.Where(suppression => !_repeated.Contains(suppression))
            .GroupBy(suppression => suppression.Code, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(suppressions => suppressions.Key, suppressions => new SuppressionScopes(suppressions), StringComparer.OrdinalIgnoreCase);
    }

    private ValueList<Suppression> All => _topology.Suppress ?? [];

    /// <summary>The finding, with the reason of the innermost suppression that it lies in.</summary>
    public Diagnostic Apply(Diagnostic finding)
    {
        if (!_working.TryGetValue(finding.Code, out var scopes))
        {
            return finding;
        }

        var matching = scopes.Around(finding.Span).ToList();
        _used.UnionWith(matching);
        return matching.Count == 0 ? finding : finding with { Justification = Quotation.Shorten(matching[0].Reason) };
    }

    /// <summary>What is wrong with the suppressions, after all findings.</summary>
    public IEnumerable<Diagnostic> Problems()
    {
        // From what could not be read no rule concludes anything, so a finding may be missing that a suppression is about.
        var sawAll = !_topology.IsUnreadable(nameof(EgressTopology.Suppress));
        foreach (var suppression in All)
        {
            var code = suppression.At(nameof(Suppression.Code));
            if (suppression.Code.Length == 0)
            {
                continue;
            }

            if (string.IsNullOrWhiteSpace(suppression.Reason) && !suppression.IsUnreadable(nameof(Suppression.Reason)))
            {
                yield return ChoiceDiagnostics.ReasonMissing.At(
                    suppression.At(nameof(Suppression.Reason)), $"The suppression of '{Quotation.Shorten(suppression.Code)}' gives no reason. Write one under 'reason', for those who read this later.");
            }

            if (DiagnosticCatalog.Find(suppression.Code) is not { } descriptor)
            {
                yield return DiagnosticPolicy.UnknownAt(code, suppression.Code);
            }
            else if (descriptor.Severity == DiagnosticSeverity.Error)
            {
                yield return ChoiceDiagnostics.ErrorLowered.At(code, $"{descriptor.Code} ({descriptor.Title}) is an error by itself, and errors cannot be suppressed. Mend what it is about.");
            }
            else if (!TopologyRules.Covers(descriptor.Code))
            {
                yield return ChoiceDiagnostics.UnusedSuppression.At(code, $"{descriptor.Code} ({descriptor.Title}) is not found by a rule on topologies, so no suppression reaches it. Use 'severity:' or MSBuild's NoWarn, and remove the suppression.");
            }
            else if (HasEnded(suppression))
            {
                yield return ChoiceDiagnostics.ExpiredSuppression.At(
                    suppression.At(nameof(Suppression.Until)), $"The suppression of '{Quotation.Shorten(suppression.Code)}' ended on {Day(suppression.Until)}; today is {Day(_today)}. Mend what it is about, or agree on a new date.");
            }
            else if (_repeated.Contains(suppression))
            {
                yield return ChoiceDiagnostics.RepeatedSuppression.At(code, $"A suppression of '{suppression.Code}' stands here already, and this one changes nothing. Remove one of the two.");
            }
            else if (sawAll && !_used.Contains(suppression) && IsOwn(suppression))
            {
                yield return ChoiceDiagnostics.UnusedSuppression.At(code, $"There is no finding '{suppression.Code}' in here. Remove the suppression.");
            }
            else if (suppression.Until is not null && _today is null)
            {
                yield return ChoiceDiagnostics.NoToday.At(
                    suppression.At(nameof(Suppression.Until)), $"The suppression of '{Quotation.Shorten(suppression.Code)}' ends on {Day(suppression.Until)}, but the build was not told the day, so it still works. Set AksEgressToday.");
            }
        }
    }

    /// <summary>False for one in an included file: another document may need it.</summary>
    private bool IsOwn(Suppression suppression) => suppression.Origin.Span.File is var file && (file is null || file == _topology.Origin.Span.File);

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private bool HasEnded(Suppression suppression) => suppression.Until < _today;
}
