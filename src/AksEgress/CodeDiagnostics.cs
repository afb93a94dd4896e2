using AksEgress.Diagnostics;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress;

/// <summary>What can be wrong with code that gives topologies.</summary>
public static class CodeDiagnostics
{
    /// <summary>A member that throws.</summary>
    public static readonly DiagnosticDescriptor MemberHasThrown = new("AKSE0020", Error, "A member that gives topologies does not throw");

    /// <summary>A member that gives null.</summary>
    public static readonly DiagnosticDescriptor MemberIsNull = new("AKSE0021", Error, "A member that gives topologies does not give null");

    /// <summary>All of them, in the order of their codes.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } = [MemberHasThrown, MemberIsNull];
}
