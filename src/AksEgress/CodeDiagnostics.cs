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

    /// <summary>Another version of the library in the code than in the build.</summary>
    public static readonly DiagnosticDescriptor OtherVersion = new("AKSE0022", Error, "A build and the code that it runs use the same version of AksEgress");

    /// <summary>Code that ends or crashes the process.</summary>
    public static readonly DiagnosticDescriptor ProcessEnded = new("AKSE0023", Error, "Code that a build runs does not end its process");

    /// <summary>An assembly that cannot be loaded, or needs one that cannot.</summary>
    public static readonly DiagnosticDescriptor UnreadableAssembly = new("AKSE0024", Error, "The assembly that has topologies can be read");

    /// <summary>An assembly that has no topology.</summary>
    public static readonly DiagnosticDescriptor NoMember = new("AKSE0025", Warning, "Code that a build runs has topologies");

    /// <summary>A member that gives more than 1,000 topologies, or does not end.</summary>
    public static readonly DiagnosticDescriptor TooManyTopologies = new("AKSE0027", Error, "A member gives at most 1,000 topologies");

    /// <summary>A member that holds topologies in a dictionary, a task or the like.</summary>
    public static readonly DiagnosticDescriptor UnreadForm = new("AKSE0028", Warning, "A public member gives topologies in a form that is read");

    /// <summary>All of them, in the order of their codes.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } = [MemberHasThrown, MemberIsNull, OtherVersion, ProcessEnded, UnreadableAssembly, NoMember, TooManyTopologies, UnreadForm];
}
