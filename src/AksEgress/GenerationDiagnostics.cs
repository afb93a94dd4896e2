using AksEgress.Diagnostics;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress;

/// <summary>What can be wrong with a run as such: its documents, its output folder, the Bicep CLI.</summary>
public static class GenerationDiagnostics
{
    /// <summary>A document that is missing or cannot be read.</summary>
    public static readonly DiagnosticDescriptor UnreadableDocument = new("AKSE0001", Error, "Every document can be read");

    /// <summary>Two topologies of one name would write to one folder.</summary>
    public static readonly DiagnosticDescriptor DuplicateName = new("AKSE0002", Error, "The topologies of a build have different names");

    /// <summary>A file or folder that cannot be written or removed.</summary>
    public static readonly DiagnosticDescriptor UnwritableOutput = new("AKSE0003", Error, "The output folder can be written");

    /// <summary>No Bicep CLI, so no ARM template.</summary>
    public static readonly DiagnosticDescriptor BicepCliNotFound = new("AKSE4101", Info, "ARM templates are written when there is a Bicep CLI");

    /// <summary>No Bicep CLI although ARM templates are wanted.</summary>
    public static readonly DiagnosticDescriptor BicepCliRequired = new("AKSE4102", Error, "Where ARM templates are wanted there is a Bicep CLI");

    /// <summary>A Bicep CLI that does not run, is too old or too slow.</summary>
    public static readonly DiagnosticDescriptor BicepCliFailed = new("AKSE4103", Error, "The Bicep CLI answers");

    /// <summary>A user's template wrote Bicep that does not compile.</summary>
    public static readonly DiagnosticDescriptor TemplateBicepError = new("AKSE4104", Error, "Templates of one's own write Bicep that compiles");

    /// <summary>A user's template wrote Bicep that the compiler or its linter remarks on.</summary>
    public static readonly DiagnosticDescriptor TemplateBicepWarning = new("AKSE4105", Warning, "Templates of one's own write Bicep without findings");

    /// <summary>Our templates wrote Bicep that does not compile.</summary>
    public static readonly DiagnosticDescriptor OwnBicepError = new("AKSE9001", Error, "AksEgress writes Bicep that compiles");

    /// <summary>Something happened that nobody thought of.</summary>
    public static readonly DiagnosticDescriptor Unexpected = new("AKSE9002", Error, "AksEgress does not fail unexpectedly");

    /// <summary>All of them, in the order of their codes.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
    [
        UnreadableDocument, DuplicateName, UnwritableOutput,
        BicepCliNotFound, BicepCliRequired, BicepCliFailed, TemplateBicepError, TemplateBicepWarning,
        OwnBicepError, Unexpected,
    ];
}
