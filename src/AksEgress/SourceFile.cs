using System.Text;
using AksEgress.Import;

namespace AksEgress;

/// <summary>The bytes of a source.</summary>
internal static class SourceFile
{
    /// <summary>The bytes of a stream, at most one more than what is read of any source: a pipe has no length.</summary>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var memory = new MemoryStream();
        var buffer = new byte[81920];
        for (var count = 1; count > 0 && memory.Length <= ArmDocument.MaxSize;)
        {
            count = await stream.ReadAsync(buffer, cancellationToken);
            await memory.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
        }

        return memory.GetBuffer().AsMemory(0, (int)memory.Length);
    }

    /// <summary>Opens files by their paths from a file.</summary>
    public static Func<string, Stream> Beside(string path) => include => File.OpenRead(Path.Combine(Path.GetDirectoryName(path)!, include));

    /// <summary>True when the text begins as JSON of resources does; a document in YAML is a mapping of keys, which begins with neither bracket unless it is JSON as well.</summary>
    public static bool IsJson(ReadOnlySpan<byte> utf8)
    {
        utf8 = utf8.StartsWith(Encoding.UTF8.Preamble) ? utf8[3..] : utf8;
        var start = utf8.IndexOfAnyExcept(" \t\r\n"u8);
        return start >= 0 && utf8[start] is (byte)'{' or (byte)'[';
    }
}
