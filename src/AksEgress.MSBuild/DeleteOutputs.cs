using AksEgress.Diagnostics;
using Microsoft.Build.Framework;

namespace AksEgress.MSBuild;

/// <summary>Removes files that were written before, and the folders that this leaves empty, up to the output folder.</summary>
[MSBuildMultiThreadableTask]
public sealed class DeleteOutputs : Microsoft.Build.Utilities.Task
{
    /// <summary>The files: full paths, with <c>RelativePath</c>, their path below the output folder.</summary>
    public ITaskItem[] Files { get; set; } = [];

    /// <summary>The project, as the place of what has none of its own.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>The folder of the help pages.</summary>
    [Required]
    public string HelpDirectory { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        foreach (var file in Files)
        {
            var path = file.GetMetadata("FullPath");
            try
            {
                if (!OutputFolder.Delete(path, file.GetMetadata("RelativePath")))
                {
                    Log.LogMessage(MessageImportance.Low, "'{0}' is left: it is a link, or lies behind one.", path);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                new DiagnosticLog(Log, ProjectFile, HelpDirectory).Write(GenerationDiagnostics.UnwritableOutput.At(SourceSpan.None, $"'{path}' of a former build cannot be removed. {FileProblem.OfWriting(e, path)}"));
            }
        }

        return !Log.HasLoggedErrors;
    }
}
