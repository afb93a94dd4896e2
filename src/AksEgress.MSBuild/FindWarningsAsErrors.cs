using Microsoft.Build.Framework;

namespace AksEgress.MSBuild;

/// <summary>Finds the codes whose warnings MSBuild makes errors in the project that runs this.</summary>
[MSBuildMultiThreadableTask]
public sealed class FindWarningsAsErrors : Microsoft.Build.Utilities.Task
{
    /// <summary>The codes.</summary>
    [Output]
    public string[] Codes { get; private set; } = [];

    /// <inheritdoc/>
    public override bool Execute()
    {
        Codes = Find(BuildEngine);
        return true;
    }

    /// <summary>Asked for before anything is written: MSBuild makes errors of warnings when they are logged, and then the outputs are in place.</summary>
    internal static string[] Find(IBuildEngine engine) =>
        engine is IBuildEngine8 knowing ? [.. DiagnosticCatalog.All.Select(descriptor => descriptor.Code).Where(knowing.ShouldTreatWarningAsError)] : [];
}
