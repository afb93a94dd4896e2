using System.Text;
using AksEgress.Diagnostics;

namespace AksEgress.Parsing;

/// <summary>From the bytes of a file to what it says.</summary>
internal static class DocumentText
{
    /// <summary>The bytes of a stream; of more than a document may have, one more than that, which is enough to see it: a pipe has no length.</summary>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static ReadOnlyMemory<byte> Read(Stream utf8)
    {
        var bytes = new byte[utf8.CanSeek ? Math.Min(utf8.Length - utf8.Position, TopologyDocument.MaxSize + 1) : TopologyDocument.MaxSize + 1];
        return bytes.AsMemory(0, utf8.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
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
