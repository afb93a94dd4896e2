using AksEgress.Analysis;
using AksEgress.Model;
using Scriban.Runtime;
using static AksEgress.Rendering.Report.ReportWords;

namespace AksEgress.Rendering.Report;

/// <summary>What AKS and the features in use need, and what covers it.</summary>
internal static class CoverageView
{
    /// <summary>Whether all of it is covered, in one sentence.</summary>
    public static string Verdict(CoverageReport report)
    {
        var gaps = report.Entries.Count(entry => entry.IsGap);
        return gaps == 0 ? "Everything that AKS and the features in use need is covered." : $"Of what the cluster needs, {Count(gaps, "endpoint")} {(gaps == 1 ? "is" : "are")} not covered, or not for certain.";
    }

    /// <summary>The endpoints by set.</summary>
    public static List<ScriptObject> Sets(CoverageReport report) =>
    [
        .. from entry in report.Entries
           group entry by entry.Set into same
           select new ScriptObject { ["name"] = same.Key ?? "other", ["entries"] = same.Select(Entry).ToList() },
    ];

    private static ScriptObject Entry(CoverageEntry entry)
    {
        var (kind, label) = entry.Status switch
        {
            CoverageStatus.Covered => ("good", "Covered"),
            CoverageStatus.CoveredByTag => ("info", "By tag"),
            CoverageStatus.Depends => (entry.IsGap ? "weak" : "none", "Depends"),
            _ => entry.IsGap ? ("bad", "Missing") : ("none", "Closed"),
        };
        return new()
        {
            ["target"] = entry.Target,
            ["service"] = FormattableString.Invariant($"{DocumentWord.Of(entry.Protocol)}:{entry.Port}"),
            ["purpose"] = new Prose(entry.Purpose),
            ["needs"] = Maybe(entry.Importance is Importance.Required or Importance.Feature ? null : new Prose(Need(entry.Importance))),
            ["class"] = kind,
            ["label"] = new Prose(label),
            ["because"] = new Prose(entry.Because),
            ["advice"] = Maybe(entry.IsGap && entry.Write is { } advice ? new Prose(advice) : null),
        };
    }

    private static string Need(Importance importance) => importance switch
    {
        Importance.Legacy => "legacy",
        Importance.Optional => "optional",
        _ => "not required",
    };
}
