using System.CommandLine;
using System.Globalization;
using AksEgress.Diagnostics;

namespace AksEgress.CommandLine.Commands;

/// <summary>The options that say how findings are taken. They come before what documents say, as those of a build do.</summary>
internal sealed class FindingOptions
{
    private readonly Option<string[]> _severity = new("--severity")
    {
        Description = "Severity of a code, before the document's: none, info, warning or error. May be repeated.",
        HelpName = "CODE=level",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string?> _today = new("--today") { Description = "The day that the dates of suppressions are compared with.", HelpName = "yyyy-MM-dd" };

    private readonly Option<bool> _warningsAsErrors = new("--warnings-as-errors") { Description = "What is a warning in the end is an error." };

    public FindingOptions() => _severity.CompletionSources.Add(context =>
        DiagnosticCatalog.All.Where(descriptor => descriptor.Severity != DiagnosticSeverity.Error).Select(descriptor => descriptor.Code + "="));

    public void AddTo(Command command)
    {
        command.Options.Add(_severity);
        command.Options.Add(_today);
        command.Options.Add(_warningsAsErrors);
    }

    /// <exception cref="BadInputException">An option cannot be read.</exception>
    public DiagnosticOptions Read(ParseResult arguments)
    {
        var severity = new Dictionary<string, DiagnosticSeverity>(StringComparer.OrdinalIgnoreCase);
        foreach (var choice in arguments.GetValue(_severity)!)
        {
            var parts = choice.Split('=');
            severity[parts[0]] = parts.Length == 2 && ToSeverity(parts[1]) is { } level
                ? level
                : throw new BadInputException($"--severity '{choice}' is not CODE=level. Write a code and none, info, warning or error: AKSE2224=error.");
        }

        var isError = arguments.GetValue(_warningsAsErrors);
        return new() { Severity = severity, Today = ReadDay(arguments.GetValue(_today)), TreatWarningAsError = _ => isError };
    }

    private static DateOnly? ReadDay(string? text) =>
        text is null ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new BadInputException($"--today '{text}' is no date. Write year, month and day: 2027-01-31.");

    private static DiagnosticSeverity? ToSeverity(string word) => word.ToUpperInvariant() switch
    {
        "NONE" => DiagnosticSeverity.None,
        "INFO" => DiagnosticSeverity.Info,
        "WARNING" => DiagnosticSeverity.Warning,
        "ERROR" => DiagnosticSeverity.Error,
        _ => null,
    };
}
