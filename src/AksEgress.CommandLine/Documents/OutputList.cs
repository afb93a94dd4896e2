using System.Security.Cryptography;
using AksEgress.Diagnostics;
using AksEgress.Files;

namespace AksEgress.CommandLine.Documents;

/// <summary>
/// What former runs wrote into a folder, by document: a file beside the outputs, so that it goes where they go. Only what stands there and is as it was written is ever removed, and only when its
/// document is gone or was built again without it.
/// </summary>
/// <param name="Removed">Full paths of the files that were removed.</param>
/// <param name="Changed">Full paths of the files that somebody changed, or put behind a link; they are left, and not looked at again.</param>
internal sealed record OutputList(IReadOnlyList<string> Removed, IReadOnlyList<string> Changed)
{
    /// <summary>The name of the file.</summary>
    public const string FileName = ".aks-egress-outputs";

    private const string Heading = "# What 'aks-egress build' wrote here, so that it can remove what no document makes any more: hash, file, document, topology of a program.";

    /// <summary>Nothing was removed.</summary>
    public static OutputList Empty { get; } = new([], []);

    /// <summary>Removes the outputs that are no more, and remembers those that are. What cannot be removed or remembered is a finding.</summary>
    /// <param name="folder">Full path of the output folder.</param>
    /// <param name="sources">What the run was about.</param>
    /// <param name="result">What the run did.</param>
    /// <param name="program">The topologies of the program.</param>
    public static OutputList Update(string folder, IReadOnlyList<InputSource> sources, GenerationResult result, ProgramTopologies program)
    {
        var names = program.Names;
        var ofProgram = sources.Select(source => source.Code?.Topology.Name).OfType<string>().ToHashSet();
        var documents = sources.Select(source => source.Path).OfType<string>().ToHashSet();
        // Of a document that was built in some environments, what the others made stays.
        var whole = sources.Where(source => source.Environment is null).Select(source => source.Path).OfType<string>().ToHashSet();
        folder = Path.TrimEndingDirectorySeparator(folder);
        var list = Path.Combine(folder, FileName);
        var (kept, removed, changed) = (new List<Line>(), new List<string>(), new List<string>());
        var written = result.Files.Select(file => file.RelativePath).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var path = list;
        try
        {
            foreach (var line in Read(list).Where(line => !written.Contains(line.File)))
            {
                var document = Path.GetFullPath(line.Document, folder);
                path = Path.GetFullPath(line.File, folder);
                var isOfRun = line.Topology is null ? whole.Contains(document) : document == program.File && (ofProgram.Contains(line.Topology) || !names.Contains(line.Topology));
                // The file of a program need not exist, where it is published as one file, or was compiled elsewhere.
                if (!isOfRun && (document == program.File || File.Exists(document)))
                {
                    kept.Add(line);
                }
                else if (File.Exists(path) && path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                {
                    (HashOf(path) == line.Hash && OutputFolder.Delete(path, line.File) ? removed : changed).Add(path);
                }
            }

            path = list;
            kept.AddRange(
                from file in result.Files
                let isOfProgram = !documents.Contains(file.Document)
                let document = Path.GetRelativePath(folder, isOfProgram ? program.File : file.Document).Replace('\\', '/')
                select new Line(HashOf(file.Path), file.RelativePath, document, isOfProgram ? file.Topology : null));
            File.WriteAllText(list, string.Concat(kept.OrderBy(line => line.File, StringComparer.Ordinal).Select(line => $"{line.Hash} {line.File}\t{line.Document}{(line.Topology is null ? "" : $"\t{line.Topology}")}\n").Prepend(Heading + "\n")));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            result.Diagnostics.Add(GenerationDiagnostics.UnwritableOutput, SourceSpan.WholeFile(path), $"It cannot be brought up to date. {FileProblem.OfWriting(e, path)}");
        }

        return new(removed, changed);
    }

    private static IEnumerable<Line> Read(string list) =>
        from text in File.Exists(list) ? RegularFile.ReadAllText(list).ReplaceLineEndings("\n").Split('\n') : []
        let parts = text.Split(' ', 2)
        let fields = parts[^1].Split('\t')
        where parts.Length == 2 && fields.Length is 2 or 3 && parts[0] != "#"
        select new Line(parts[0], fields[0], fields[1], fields.ElementAtOrDefault(2));

    private static string HashOf(string file)
    {
        using var stream = RegularFile.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream))[..16];
    }

    private sealed record Line(string Hash, string File, string Document, string? Topology);
}
