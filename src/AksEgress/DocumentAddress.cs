using AksEgress.Parsing;

namespace AksEgress;

/// <summary>A document, or one environment of it: <c>shop.egress.yaml#prod</c>.</summary>
/// <param name="File">The path of the document.</param>
/// <param name="Environment">The environment; null for the document as it is.</param>
internal sealed record DocumentAddress(string File, string? Environment)
{
    private const char Mark = '#';

    private static readonly char[] _separators = [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar];

    /// <summary>What a path means; a file that is called so comes first, and a mark in the name of a folder is none.</summary>
    public static DocumentAddress Parse(string path) =>
        path.LastIndexOf(Mark) is > 0 and var mark && !Path.Exists(path) && (mark > path.LastIndexOfAny(_separators) || System.IO.File.Exists(path[..mark])) ? new(path[..mark], path[(mark + 1)..]) : new(path, null);

    /// <summary>Reads the document with what it includes.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be read.</exception>
    public TopologyDocument Read()
    {
        using var stream = SourceFile.Open(File);
        var document = TopologyDocument.Parse(stream, File, SourceFile.Beside(File));
        return Environment is null ? document : document.In(Environment);
    }

    /// <inheritdoc/>
    public override string ToString() => Environment is null ? File : File + Mark + Environment;
}
