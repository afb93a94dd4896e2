using System.Text;
using AksEgress.Rendering;

namespace AksEgress;

/// <summary>Writes rendered files to disk: UTF-8 without byte order mark, scripts executable.</summary>
public static class OutputFolder
{
    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes the files below a folder, over those of the same names. Other files there stay.</summary>
    /// <param name="files">The files of one topology.</param>
    /// <param name="directory">The topology's folder; it is created where it is missing.</param>
    /// <exception cref="IOException">A file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be written.</exception>
    public static void WriteTo(this IEnumerable<RenderedFile> files, string directory)
    {
        foreach (var file in files)
        {
            Write(directory, file);
        }
    }

    /// <summary>Removes a file that was written before, and the folders that this leaves empty, up to the output folder. What lies behind a link below that folder, or is one, is none of ours.</summary>
    /// <param name="file">Its full path.</param>
    /// <param name="relativePath">Its path below the output folder, with slashes.</param>
    /// <returns>False when it is left, since it does not lie there.</returns>
    /// <exception cref="IOException">It cannot be removed.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be removed.</exception>
    internal static bool Delete(string file, string relativePath)
    {
        var steps = relativePath.Split('/');
        if (!LiesBelow(file, steps))
        {
            return false;
        }

        var folder = Path.GetDirectoryName(file)!;
        if (!Directory.Exists(folder))
        {
            return true;
        }

        File.Delete(file);
        for (var levels = steps.Length; levels > 0 && !IsLink(folder) && !Directory.EnumerateFileSystemEntries(folder).Any(); levels--)
        {
            Directory.Delete(folder);
            folder = Path.GetDirectoryName(folder)!;
        }

        return true;
    }

    internal static void Write(string directory, RenderedFile file)
    {
        var path = Path.Combine(directory, file.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, file.Content, _utf8);
        if (file.Kind == OutputKind.Script && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, File.GetUnixFileMode(path) | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        }
    }

    private static bool LiesBelow(string file, IEnumerable<string> steps)
    {
        foreach (var step in steps.Reverse())
        {
            if (Path.GetFileName(file) != step || IsLink(file))
            {
                return false;
            }

            file = Path.GetDirectoryName(file)!;
        }

        return true;
    }

    private static bool IsLink(string path) => new FileInfo(path).LinkTarget is not null;
}
