using AksEgress.Model;

namespace AksEgress.Analysis.Coverage;

/// <summary>A coverage report as text: a line for each endpoint, with a second one where something is to be done.</summary>
internal static class CoverageText
{
    /// <summary>Writes the report.</summary>
    public static void Write(TextWriter writer, CoverageReport report)
    {
        foreach (var entries in report.Entries.GroupBy(entry => entry.Set))
        {
            writer.Write($"{entries.Key}\n");
            Write(writer, entries);
        }

        foreach (var registry in report.Images)
        {
            writer.Write($"images from {registry.Registry ?? "nowhere"}: {string.Join(", ", registry.Images.Select(image => image.Image).Distinct())}\n");
            Write(writer, registry.Entries);
            if (registry.Note is { } note)
            {
                writer.Write($"            {note}\n");
            }
        }

        var gaps = report.Entries.Concat(report.Images.SelectMany(image => image.Entries)).Count(entry => entry.IsGap);
        writer.Write(report.IsComplete ? "Everything that the cluster needs is covered.\n"
            : report.MissesImages && gaps == 0 ? "Not all manifests could be read; their images may be missing.\n"
            : gaps == 0 ? "Not all images are known to be covered.\n"
            : FormattableString.Invariant($"{gaps} of what the cluster needs {(gaps == 1 ? "is" : "are")} not covered, or not for certain.\n"));
    }

    private static void Write(TextWriter writer, IEnumerable<CoverageEntry> entries)
    {
        foreach (var entry in entries)
        {
            var target = FormattableString.Invariant($"{entry.Target} {DocumentWord.Of(entry.Protocol)}/{entry.Port}");
            writer.Write($"  {Word(entry),-9} {target}{(entry.Importance is Importance.Required or Importance.Feature ? "" : $" ({WordOf(entry.Importance)})")}: {entry.Because}\n");
            if (entry.IsGap)
            {
                writer.Write($"            Write: {entry.Write}\n");
            }
        }
    }

    private static string Word(CoverageEntry entry) => entry.Status switch
    {
        CoverageStatus.Covered => "covered",
        CoverageStatus.CoveredByTag => "by tag",
        CoverageStatus.Depends => "depends",
        _ => entry.IsGap ? "MISSING" : "closed",
    };

    private static string WordOf(Importance importance) => importance == Importance.NotRequired ? "not required" : DocumentWord.Of(importance);
}
