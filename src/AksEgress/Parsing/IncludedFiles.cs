using AksEgress.Diagnostics;
using AksEgress.Files;

namespace AksEgress.Parsing;

/// <summary>The files that a document includes, each read once for all environments.</summary>
/// <param name="open">Opens a file by its path from the document.</param>
internal sealed class IncludedFiles(Func<string, Stream> open)
{
    private readonly Dictionary<string, IncludedFile> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IncludedFile> _onDisk = new(StringComparer.Ordinal);

    /// <summary>The names of all files that were asked for, also of those that are not there.</summary>
    public IEnumerable<string> Names => _files.Keys;

    /// <summary>A file by its path from another one.</summary>
    public IncludedFile Get(IncludedFile from, IncludePath include)
    {
        var name = Combine(from.Name, include);
        if (!_files.TryGetValue(name, out var file))
        {
            file = Read(name, Combine(from.Path, include));
            _files.Add(name, file);
        }

        return file;
    }

    private IncludedFile Read(string name, string path)
    {
        var diagnostics = new DiagnosticBag();
        try
        {
            using var stream = open(path);
            // Other ways to the same file, by a folder's own name or a link, are no other file.
            var full = stream is FileStream file ? RegularFile.RealPath(file.Name) : null;
            if (full is not null && _onDisk.TryGetValue(full, out var known))
            {
                return known;
            }

            var bytes = DocumentText.Read(stream);
            var read = new IncludedFile(name, path, DocumentText.Parse(bytes.Span, name, DocumentKind.Rules, diagnostics), bytes.Length, diagnostics);
            if (full is not null)
            {
                _onDisk.Add(full, read);
            }

            return read;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(name, path, null, 0, diagnostics, FileProblem.OfReading(e, name));
        }
    }

    /// <summary>A path without the steps that lead back, so that a file has one name.</summary>
    public static string Normalize(string path)
    {
        if (Path.IsPathFullyQualified(path))
        {
            return Path.GetFullPath(path, Path.GetPathRoot(path)!);
        }

        var steps = new List<string>();
        foreach (var step in path.Split(['/', Path.DirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries).Where(step => step != "."))
        {
            if (step == ".." && steps is [.., not ".."])
            {
                steps.RemoveAt(steps.Count - 1);
            }
            else
            {
                steps.Add(step);
            }
        }

        return string.Join('/', steps);
    }

    private static string Combine(string file, IncludePath include) => Normalize(Path.Combine(Path.GetDirectoryName(file) ?? "", include.Path));
}
