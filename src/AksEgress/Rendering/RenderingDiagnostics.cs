using AksEgress.Diagnostics;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Rendering;

/// <summary>What can be wrong with the user's own templates.</summary>
public static class RenderingDiagnostics
{
    /// <summary>A template that Scriban cannot read.</summary>
    public static readonly DiagnosticDescriptor Syntax = new("AKSE4001", Error, "A template is valid Scriban");

    /// <summary>A template that fails while it is rendered.</summary>
    public static readonly DiagnosticDescriptor Failed = new("AKSE4002", Error, "A template uses values that there are");

    /// <summary>A file in the templates folder that replaces nothing.</summary>
    public static readonly DiagnosticDescriptor Unknown = new("AKSE4003", Warning, "A template has the name of the one that it replaces");

    /// <summary>A templates folder that cannot be read.</summary>
    public static readonly DiagnosticDescriptor Unreadable = new("AKSE4004", Error, "The templates folder can be read");

    /// <summary>All of them, in the order of their codes.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } = [Syntax, Failed, Unknown, Unreadable];
}
