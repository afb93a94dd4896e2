namespace AksEgress.Compilation;

/// <summary>Finds the Bicep CLI on this machine.</summary>
public static class BicepCliLocator
{
    private static string ExecutableName => OperatingSystem.IsWindows() ? "bicep.exe" : "bicep";

    /// <summary>
    /// The full path of the Bicep CLI: the first on the search path, else the copy that <c>az</c> installs; null when there is none.
    /// </summary>
    /// <param name="searchPath">
    /// Folders as in the variable <c>PATH</c>, separated as this operating system does. Empty and relative entries are passed over, and so are, as shells do, files that may not be executed.
    /// </param>
    /// <param name="azureCliBin">
    /// The folder of <c>az</c>'s copy: <c>bin</c> below <c>AZURE_CONFIG_DIR</c>, or below <c>.azure</c> in the home folder where that variable is not set; null when neither is known.
    /// Source: https://github.com/Azure/azure-cli, command module <c>resource</c>, <c>_bicep.py</c>.
    /// </param>
    public static string? Find(string? searchPath, string? azureCliBin) =>
        Folders(searchPath)
            .Append(azureCliBin ?? "")
            .Where(Path.IsPathFullyQualified)
            .Select(folder => Path.Combine(folder, ExecutableName))
            .FirstOrDefault(IsExecutable);

    // Windows lets users quote entries, and its own programs drop the quotes.
    private static IEnumerable<string> Folders(string? searchPath) =>
        (searchPath ?? "").Split(Path.PathSeparator, StringSplitOptions.TrimEntries).Select(folder => folder.Trim('"'));

    private static bool IsExecutable(string path) =>
        File.Exists(path)
        && (OperatingSystem.IsWindows()
            || (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0);
}
