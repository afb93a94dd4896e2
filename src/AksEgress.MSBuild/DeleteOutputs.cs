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
        try
        {
            foreach (var file in Files)
            {
                Delete(file.GetMetadata("FullPath"), file.GetMetadata("RelativePath"));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            new DiagnosticLog(Log, ProjectFile, HelpDirectory).Write(GenerationDiagnostics.UnwritableOutput.At(SourceSpan.None, $"An output of a former build cannot be removed: {e.Message}"));
        }

        return !Log.HasLoggedErrors;
    }

    private static void Delete(string file, string relativePath)
    {
        var folder = Path.GetDirectoryName(file)!;
        if (!Directory.Exists(folder))
        {
            return;
        }

        File.Delete(file);
        for (var levels = relativePath.Count(c => c == '/'); levels >= 0 && !Directory.EnumerateFileSystemEntries(folder).Any(); levels--)
        {
            Directory.Delete(folder);
            folder = Path.GetDirectoryName(folder)!;
        }
    }
}
