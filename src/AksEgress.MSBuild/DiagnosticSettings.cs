using System.Globalization;
using AksEgress.Diagnostics;

namespace AksEgress.MSBuild;

/// <summary>What the project and MSBuild's command line say about findings.</summary>
internal sealed record DiagnosticSettings(Dictionary<string, DiagnosticSeverity> Severity, DateOnly? Today, HashSet<string> WarningsAsErrors, List<Diagnostic> Problems)
{
    /// <summary>Reads the settings. What cannot be read is left out and among the problems, so that the findings of the documents are reported beside it.</summary>
    public static DiagnosticSettings Read(GenerateTopologies task)
    {
        var severity = new Dictionary<string, DiagnosticSeverity>(StringComparer.OrdinalIgnoreCase);
        var problems = new List<Diagnostic>();
        foreach (var item in task.Severity)
        {
            var word = item.GetMetadata("Severity");
            if (ToSeverity(word) is { } chosen)
            {
                severity[item.ItemSpec] = chosen;
            }
            else
            {
                problems.Add(ChoiceDiagnostics.UnreadableOption.At(
                    SourceSpan.None, $"AksEgressSeverity '{item.ItemSpec}' has the Severity '{word}'. Write none, info, warning or error."));
            }
        }

        foreach (var code in task.NoWarn.SelectMany(codes => codes.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
        {
            // MSBuild would hide the warning itself, but not from the SARIF log.
            if (DiagnosticCatalog.Find(code) is { Severity: not DiagnosticSeverity.Error })
            {
                severity[code] = DiagnosticSeverity.None;
            }
        }

        var today = default(DateOnly?);
        if (!string.IsNullOrEmpty(task.Today))
        {
            if (DateOnly.TryParseExact(task.Today, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                today = day;
            }
            else
            {
                problems.Add(ChoiceDiagnostics.UnreadableOption.At(SourceSpan.None, $"AksEgressToday is '{task.Today}', which is no date. Write year, month and day: 2027-01-31."));
            }
        }

        return new(severity, today, [.. task.WarningsAsErrors, .. FindWarningsAsErrors.Find(task.BuildEngine)], problems);
    }

    /// <summary>The same for the generator.</summary>
    public DiagnosticOptions ToOptions() => new() { Severity = Severity, Today = Today, TreatWarningAsError = WarningsAsErrors.Contains, Problems = Problems };

    private static DiagnosticSeverity? ToSeverity(string word) => word.ToUpperInvariant() switch
    {
        "NONE" => DiagnosticSeverity.None,
        "INFO" => DiagnosticSeverity.Info,
        "WARNING" => DiagnosticSeverity.Warning,
        "ERROR" => DiagnosticSeverity.Error,
        _ => null,
    };
}
