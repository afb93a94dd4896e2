namespace AksEgress.Files;

/// <summary>Finds files below folders. Folders behind links are not searched, and neither is what builds write and what tools hide.</summary>
internal static class FolderSearch
{
    /// <summary>The full paths of the files with one of some endings, in order.</summary>
    /// <param name="folder">Full path of the folder.</param>
    /// <param name="endings">How their names end.</param>
    public static IReadOnlyList<string> Below(string folder, params IReadOnlyList<string> endings)
    {
        var files = new List<string>();
        var folders = new Stack<string>([folder]);
        while (folders.TryPop(out var next))
        {
            files.AddRange(Directory.EnumerateFiles(next).Where(file => endings.Any(ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase))));
            foreach (var inner in Directory.EnumerateDirectories(next))
            {
                // Links could lead in circles.
                if (Path.GetFileName(inner) is not ("bin" or "obj" or "node_modules") && Path.GetFileName(inner)[0] != '.' && new DirectoryInfo(inner).LinkTarget is null)
                {
                    folders.Push(inner);
                }
            }
        }

        files.Sort(StringComparer.Ordinal);
        return files;
    }
}
