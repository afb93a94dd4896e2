using AksEgress.Diagnostics;
using AksEgress.Import;
using AksEgress.Model;
using AksEgress.Parsing;
using AksEgress.Rendering;
using AksEgress.Validation;

namespace AksEgress;

/// <summary>Every kind of finding that the library makes.</summary>
public static class DiagnosticCatalog
{
    /// <summary>The kinds, in the order of their codes. Each has a help page, <see cref="DiagnosticDescriptor.HelpPage"/>.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
    [
        .. ((IEnumerable<DiagnosticDescriptor>)
        [
            .. DocumentDiagnostics.All,
            .. ChoiceDiagnostics.All,
            .. CodeDiagnostics.All,
            .. ValueDiagnostics.All,
            .. TopologyRules.All.Select(rule => rule.Descriptor),
            .. RenderingDiagnostics.All,
            .. GenerationDiagnostics.All,
            .. ImportDiagnostics.All,
        ]).OrderBy(descriptor => descriptor.Code, StringComparer.Ordinal),
    ];

    private static readonly Dictionary<string, DiagnosticDescriptor> _byCode = All.ToDictionary(descriptor => descriptor.Code, StringComparer.OrdinalIgnoreCase);

    /// <summary>The kind with a code, in upper or lower case; null when there is none.</summary>
    public static DiagnosticDescriptor? Find(string code) => _byCode.GetValueOrDefault(code);
}
