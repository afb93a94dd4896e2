namespace AksEgress.Diagnostics;

/// <summary>What whoever runs a build or check says about findings. It comes before what a document says.</summary>
public sealed record DiagnosticOptions
{
    /// <summary>Severities by code, other than those that the codes have by themselves. What is an error by itself stays one. Default: none.</summary>
    public IReadOnlyDictionary<string, DiagnosticSeverity> Severity { get; init; } = new Dictionary<string, DiagnosticSeverity>();

    /// <summary>Whether the warnings of a code are errors; asked for what is still a warning when all other choices are made. Default: they are not.</summary>
    public Func<string, bool> TreatWarningAsError { get; init; } = _ => false;

    /// <summary>The day that the dates of suppressions are compared with. Default: none; suppressions do not end then, which is said of each.</summary>
    public DateOnly? Today { get; init; }

    /// <summary>What whoever read these options could not read in them; reported with the findings. With an error among it no files are written. Default: nothing.</summary>
    public IReadOnlyList<Diagnostic> Problems { get; init; } = [];
}
