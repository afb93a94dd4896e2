using AksEgress.Diagnostics;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress;

/// <summary>What can be wrong with the severities and suppressions that somebody chose.</summary>
public static class ChoiceDiagnostics
{
    /// <summary>An unknown code in <see cref="DiagnosticOptions.Severity"/>.</summary>
    public static readonly DiagnosticDescriptor UnknownCodeInOptions = new("AKSE0013", Warning, "A build sets severities of codes that there are");

    /// <summary>An error lowered in <see cref="DiagnosticOptions.Severity"/>.</summary>
    public static readonly DiagnosticDescriptor ErrorInOptions = new("AKSE0014", Warning, "A build does not lower errors");

    /// <summary>A text that is no severity or no day where the host takes one.</summary>
    public static readonly DiagnosticDescriptor UnreadableOption = new("AKSE0015", Error, "A severity of a build is one of four words, and its day is a date");

    /// <summary>An unknown code in a document.</summary>
    public static readonly DiagnosticDescriptor UnknownCode = new("AKSE1020", Warning, "A severity or suppression names a code that there is");

    /// <summary>An error lowered or suppressed in a document.</summary>
    public static readonly DiagnosticDescriptor ErrorLowered = new("AKSE1021", Warning, "Errors are neither lowered nor suppressed");

    /// <summary>A suppression without a reason.</summary>
    public static readonly DiagnosticDescriptor ReasonMissing = new("AKSE1022", Error, "A suppression gives its reason");

    /// <summary>A suppression without a finding.</summary>
    public static readonly DiagnosticDescriptor UnusedSuppression = new("AKSE1023", Warning, "A suppression suppresses a finding");

    /// <summary>A suppression after its last day.</summary>
    public static readonly DiagnosticDescriptor ExpiredSuppression = new("AKSE1024", Warning, "A suppression has not ended");

    /// <summary>A suppression with a last day in a build without one.</summary>
    public static readonly DiagnosticDescriptor NoToday = new("AKSE1025", Info, "Where a suppression ends, the build knows the day");

    /// <summary>A suppression of a code at a place that has one.</summary>
    public static readonly DiagnosticDescriptor RepeatedSuppression = new("AKSE1026", Warning, "A code is suppressed once at a place");

    /// <summary>All of them, in the order of their codes.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
        [UnknownCodeInOptions, ErrorInOptions, UnreadableOption, UnknownCode, ErrorLowered, ReasonMissing, UnusedSuppression, ExpiredSuppression, NoToday, RepeatedSuppression];
}
