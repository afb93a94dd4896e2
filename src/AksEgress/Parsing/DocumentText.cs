using System.Text;
using AksEgress.Diagnostics;

namespace AksEgress.Parsing;

/// <summary>From the bytes of a file to what it says.</summary>
internal static class DocumentText
{
    /// <summary>The bytes of a stream; of more than it may have, one more than that, which is enough to see it: a pipe has no length, and some have no end.</summary>
    /// <param name="utf8">The stream.</param>
    /// <param name="maxSize">What it may have. Default: what a document may have.</param>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static ReadOnlyMemory<byte> Read(Stream utf8, int maxSize = TopologyDocument.MaxSize)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        for (int count; bytes.Length <= maxSize && (count = utf8.Read(buffer, 0, (int)Math.Min(buffer.Length, maxSize + 1 - bytes.Length))) > 0;)
        {
            bytes.Write(buffer, 0, count);
        }

        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }

    /// <summary>What a file says; null, reported, where it is no mapping.</summary>
    public static YamlMapping? Parse(ReadOnlySpan<byte> utf8, string? file, DocumentKind kind, DiagnosticBag diagnostics)
    {
        if (utf8.Length > TopologyDocument.MaxSize)
        {
            diagnostics.Add(DocumentDiagnostics.TooLarge, SourceSpan.WholeFile(file), "The document has more than 4 MiB. Split the topology.");
            return null;
        }

        utf8 = utf8.StartsWith(Encoding.UTF8.Preamble) ? utf8[3..] : utf8;
        if (Utf8Text.FindProblem(utf8, file) is { } problem)
        {
            diagnostics.Add(problem);
            return null;
        }

        var start = kind == DocumentKind.Topology ? "Start with 'name:', 'location:' and 'network:'." : "Start with 'allow:' or 'rules:'.";
        var root = new YamlTreeReader(file, diagnostics, start).Read(Encoding.UTF8.GetString(utf8));
        if (root is not (null or YamlMapping or YamlUnreadable))
        {
            diagnostics.Add(DocumentDiagnostics.WrongType, root.Span, $"The document is a mapping of keys to values. {start}");
        }

        return root as YamlMapping;
    }
}
