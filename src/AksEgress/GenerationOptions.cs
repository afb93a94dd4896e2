using AksEgress.Diagnostics;

namespace AksEgress;

/// <summary>Where <see cref="TopologyGenerator"/> reads and writes. Every path is a full path.</summary>
public sealed record GenerationOptions
{
    /// <summary>The folder that takes one folder per topology.</summary>
    public required string OutputDirectory { get; init; }

    /// <summary>
    /// A folder for files on their way, used by one run at a time. It is emptied before and removed afterwards; on the same volume as
    /// <see cref="OutputDirectory"/> files need not be copied.
    /// </summary>
    public required string StagingDirectory { get; init; }

    /// <summary>A folder of templates that replace ours by name; see <see cref="Rendering.TemplateSet.Load"/>. Default: none.</summary>
    public string? TemplatesDirectory { get; init; }

    /// <summary>Whether ARM templates are written too. Default: <see cref="ArmCompilation.Auto"/>.</summary>
    public ArmCompilation ArmCompilation { get; init; }

    /// <summary>The Bicep CLI; see <see cref="Compilation.BicepCliLocator"/>. Default: there is none.</summary>
    public string? BicepPath { get; init; }

    /// <summary>Severities, and the day for suppressions. Default: what the documents say.</summary>
    public DiagnosticOptions Diagnostics { get; init; } = new();
}
