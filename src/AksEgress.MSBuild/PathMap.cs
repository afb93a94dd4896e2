namespace AksEgress.MSBuild;

/// <summary>Finds the files behind the paths that a compiler wrote instead, so that a deterministic build names files that there are.</summary>
internal sealed class PathMap(string? map)
{
    private readonly (string Path, string Written)[] _entries =
    [
        .. from entry in (map ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
           let parts = entry.Split('=')
           where parts.Length == 2
           select (parts[0], parts[1]),
    ];

    /// <summary>The path as it is on this machine. One at which there is a file, such as that of a document, is none that was written for another.</summary>
    public string? Original(string? written) => written is null || File.Exists(written)
        ? written
        : _entries.Where(entry => written.StartsWith(entry.Written, StringComparison.Ordinal))
            .Select(entry => Path.GetFullPath(written[entry.Written.Length..].TrimStart('/', '\\'), entry.Path))
            .FirstOrDefault(File.Exists, written);
}
