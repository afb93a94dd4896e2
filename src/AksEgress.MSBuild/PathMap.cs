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

    /// <summary>The path as it is on this machine.</summary>
    public string? Original(string? written)
    {
        var (path, prefix) = _entries.FirstOrDefault(entry => written?.StartsWith(entry.Written, StringComparison.Ordinal) == true);
        return path is null ? written : Path.GetFullPath(written![prefix.Length..].TrimStart('/', '\\'), path);
    }
}
