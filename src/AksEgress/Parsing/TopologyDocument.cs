using System.Text;
using AksEgress.Diagnostics;
using AksEgress.Model;

namespace AksEgress.Parsing;

/// <summary>A YAML document (<c>*.egress.yaml</c>) read into the model, with everything that was found on the way.</summary>
public sealed class TopologyDocument
{
    /// <summary>The greatest size of a document, in bytes: 4 MiB.</summary>
    public const int MaxSize = 4 * 1024 * 1024;

    private const string TooLargeMessage = "The document has more than 4 MiB. Split the topology.";

    private TopologyDocument(EgressTopology? readable, DiagnosticBag diagnostics)
    {
        Readable = readable;
        Diagnostics = diagnostics;
    }

    /// <summary>The topology; null when <see cref="Diagnostics"/> has errors: what is left out of it would be rendered as if it had not been said.</summary>
    public EgressTopology? Topology => Diagnostics.HasErrors ? null : Readable;

    /// <summary>Every problem of the document's text, in the order of their places. Empty for a good one.</summary>
    public DiagnosticBag Diagnostics { get; }

    /// <summary>What could be read, also where <see cref="Diagnostics"/> has errors; null when the text is no mapping at all.</summary>
    internal EgressTopology? Readable { get; }

    /// <summary>Reads a document from the bytes of a file. Never throws, whatever the bytes.</summary>
    /// <param name="utf8">UTF-8, with or without a byte order mark, at most <see cref="MaxSize"/>.</param>
    /// <param name="file">Name for the places in diagnostics.</param>
    public static TopologyDocument Parse(ReadOnlySpan<byte> utf8, string? file = null)
    {
        if (utf8.Length > MaxSize)
        {
            return Failed(DocumentDiagnostics.TooLarge, SourceSpan.WholeFile(file), TooLargeMessage);
        }

        utf8 = utf8.StartsWith(Encoding.UTF8.Preamble) ? utf8[3..] : utf8;
        if (Utf8Text.FindProblem(utf8, file) is { } problem)
        {
            return new(null, new DiagnosticBag { problem });
        }

        return ParseText(Encoding.UTF8.GetString(utf8), file);
    }

    /// <summary>Reads a document from a stream. Never throws for what it says; no more than <see cref="MaxSize"/> is held.</summary>
    /// <param name="utf8">UTF-8, with or without a byte order mark.</param>
    /// <param name="file">Name for the places in diagnostics.</param>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static TopologyDocument Parse(Stream utf8, string? file = null)
    {
        // One byte over the limit is enough to see that it is exceeded; a pipe has no length.
        var bytes = new byte[utf8.CanSeek ? Math.Min(utf8.Length - utf8.Position, MaxSize + 1) : MaxSize + 1];
        var count = utf8.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return Parse(bytes.AsSpan(0, count), file);
    }

    /// <summary>Reads a document from text. Never throws, whatever the text.</summary>
    /// <param name="text">The document.</param>
    /// <param name="file">Name for the places in diagnostics.</param>
    public static TopologyDocument Parse(string text, string? file = null) =>
        Encoding.UTF8.GetByteCount(text) > MaxSize
            ? Failed(DocumentDiagnostics.TooLarge, SourceSpan.WholeFile(file), TooLargeMessage)
            : ParseText(text, file);

    /// <summary>
    /// The JSON Schema of documents, with which editors complete and check them: keys, words, forms of values and what they mean. What it refuses the reader refuses; the
    /// rules of <see cref="EgressTopologyExtensions.Validate(TopologyDocument, DiagnosticOptions?)"/> say more.
    /// </summary>
    public static Stream OpenSchema() => typeof(TopologyDocument).Assembly.GetManifestResourceStream(typeof(TopologyDocument), "egress.schema.json")!;

    private static TopologyDocument ParseText(string text, string? file)
    {
        var diagnostics = new DiagnosticBag();
        var root = new YamlTreeReader(file, diagnostics).Read(text);
        if (root is not YamlMapping mapping)
        {
            if (root is not null and not YamlUnreadable)
            {
                diagnostics.Add(DocumentDiagnostics.WrongType, root.Span, "The document is a mapping of keys to values. Start with 'name:', 'location:' and 'network:'.");
            }

            return new(null, diagnostics);
        }

        var suppressions = new List<Suppression>();
        // What stands at the root concerns the whole topology.
        var topology = TopologyReader.Read(new(mapping with { Extent = SourceSpan.None }, diagnostics, suppressions));
        if (suppressions.Count > 0)
        {
            topology = topology with { Suppress = [.. suppressions], Origin = diagnostics.HasErrors ? topology.Origin.Unreadable(nameof(topology.Suppress)) : topology.Origin };
        }

        return new(topology, diagnostics.Sorted());
    }

    private static TopologyDocument Failed(DiagnosticDescriptor descriptor, SourceSpan span, string message) => new(null, new DiagnosticBag { descriptor.At(span, message) });
}
