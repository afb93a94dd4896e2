using System.Text;
using AksEgress.Files;
using AksEgress.Import;
using AksEgress.Parsing;

namespace AksEgress;

/// <summary>The bytes of a source.</summary>
internal static class SourceFile
{
    /// <summary>The bytes of a stream, at most one more than what is read of any source.</summary>
    public static Task<ReadOnlyMemory<byte>> ReadAsync(Stream stream, CancellationToken cancellationToken) =>
        Task.Run(() => DocumentText.Read(stream, ArmDocument.MaxSize), cancellationToken);

    /// <summary>Opens a file that somebody names. That may be a pipe which is open already: <c>/dev/stdin</c>, or what a shell makes of <c>&lt;(command)</c>.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static Stream Open(string path) =>
        path == "/dev/stdin" || path.StartsWith("/dev/fd/", StringComparison.Ordinal) ? File.OpenRead(path) : RegularFile.OpenRead(path);

    /// <summary>Opens files by their paths from a file.</summary>
    public static Func<string, Stream> Beside(string path) => include => RegularFile.OpenRead(Path.Combine(Path.GetDirectoryName(path)!, include));

    /// <summary>True when the text begins as JSON of resources does; a document in YAML is a mapping of keys, which begins with neither bracket unless it is JSON as well.</summary>
    public static bool IsJson(ReadOnlySpan<byte> utf8)
    {
        utf8 = utf8.StartsWith(Encoding.UTF8.Preamble) ? utf8[3..] : utf8;
        var start = utf8.IndexOfAnyExcept(" \t\r\n"u8);
        return start >= 0 && utf8[start] is (byte)'{' or (byte)'[';
    }
}
