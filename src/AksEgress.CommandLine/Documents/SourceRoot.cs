namespace AksEgress.CommandLine.Documents;

/// <summary>The folder that code scanning wants paths from.</summary>
internal static class SourceRoot
{
    /// <summary>The root of the git repository that a folder is in; the folder itself where it is in none.</summary>
    public static string Of(string folder)
    {
        for (var candidate = folder; candidate is not null; candidate = Path.GetDirectoryName(candidate))
        {
            // In a second working tree .git is a file.
            if (Path.Exists(Path.Combine(candidate, ".git")))
            {
                return candidate;
            }
        }

        return folder;
    }
}
