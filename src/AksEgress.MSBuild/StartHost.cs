using System.ComponentModel;
using Microsoft.Build.Framework;

namespace AksEgress.MSBuild;

/// <summary>
/// Starts the process that runs the code of topologies while the compiler still works on that code: when <see cref="GenerateTopologies"/> wants it, it has
/// compiled its own. It is taken for what it is, time saved: where it cannot be started, that task says why.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class StartHost : Microsoft.Build.Utilities.Task
{
    /// <inheritdoc cref="GenerateTopologies.DotNet"/>
    [Required]
    public string DotNet { get; set; } = "";

    /// <inheritdoc cref="GenerateTopologies.RuntimeConfiguration"/>
    public string? RuntimeConfiguration { get; set; }

    /// <inheritdoc cref="GenerateTopologies.PackageFolders"/>
    public string[] PackageFolders { get; set; } = [];

    /// <inheritdoc cref="GenerateTopologies.ProjectFile"/>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            new HostStart(DotNet, RuntimeConfiguration, PackageFolders, ProjectFile).Early(BuildEngine4);
        }
        catch (Exception e) when (e is Win32Exception or IOException or UnauthorizedAccessException)
        {
            Log.LogMessage(MessageImportance.Low, e.Message);
        }

        return true;
    }
}
