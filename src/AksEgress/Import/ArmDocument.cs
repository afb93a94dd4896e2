using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using AksEgress.Diagnostics;

namespace AksEgress.Import;

/// <summary>JSON that describes resources, with the places of its values.</summary>
internal sealed class ArmDocument
{
    /// <summary>The greatest size of JSON, in bytes: 64 MiB.</summary>
    public const int MaxSize = 64 * 1024 * 1024;

    // Azure's own templates stay far below; what is deeper would only be written to exhaust the stack.
    private const int MaxDepth = 128;

    // A value of a byte or two takes a multiple of that in memory. Resources have some ten bytes to a value at the least.
    private const int MaxValues = 8_000_000;

    private static readonly JsonDocumentOptions _options =
        new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    private readonly ReadOnlyMemory<byte> _utf8;
    private readonly Func<string, string, SourceSpan>? _placeOfResource;
    private List<int>? _lineStarts;

    private ArmDocument(ReadOnlyMemory<byte> utf8, JsonElement root, string? file, Func<string, string, SourceSpan>? placeOfResource)
    {
        _utf8 = utf8;
        Root = root;
        File = file;
        _placeOfResource = placeOfResource;
    }

    /// <summary>The file that the JSON is of.</summary>
    public string? File { get; }

    /// <summary>The outermost value.</summary>
    public JsonElement Root { get; }

    /// <summary>True where the JSON is not what somebody wrote, but what an engine made of it: its places are those of the resources.</summary>
    public bool IsPredicted => _placeOfResource is not null;

    /// <summary>Reads JSON. Never throws, whatever the bytes.</summary>
    /// <param name="utf8">The bytes, with or without a byte order mark.</param>
    /// <param name="file">Name for the places in diagnostics.</param>
    /// <param name="placeOfResource">Where a resource of a type and name was written, when the JSON is not what somebody wrote.</param>
    /// <param name="document">The document.</param>
    /// <param name="problem">Why there is none.</param>
    public static bool TryRead(
        ReadOnlyMemory<byte> utf8,
        string? file,
        Func<string, string, SourceSpan>? placeOfResource,
        [NotNullWhen(true)] out ArmDocument? document,
        [NotNullWhen(false)] out Diagnostic? problem)
    {
        (document, problem) = (null, null);
        if (utf8.Length > MaxSize)
        {
            problem = ImportDiagnostics.Unreadable.At(SourceSpan.WholeFile(file), "The file has more than 64 MiB. Give the resources that egress is about alone.");
            return false;
        }

        utf8 = utf8.Span.StartsWith(Encoding.UTF8.Preamble) ? utf8[3..] : utf8;
        if (utf8.Span.Count((byte)',') + utf8.Span.Count((byte)'[') + utf8.Span.Count((byte)'{') > MaxValues)
        {
            problem = ImportDiagnostics.Unreadable.At(SourceSpan.WholeFile(file), "The file has more than 8 million values. Give the resources that egress is about alone.");
            return false;
        }

        if (JsonText.FindNoCharacter(utf8.Span) is >= 0 and var offset)
        {
            var (line, column) = new ArmDocument(utf8, default, file, null).PositionOf(offset);
            problem = ImportDiagnostics.Unreadable.At(new(file, line, column, line, column), "The file holds bytes or a half of a character here that are no text. Write it as UTF-8.");
            return false;
        }

        try
        {
            document = new(utf8, JsonDocument.Parse(utf8, _options).RootElement, file, placeOfResource);
        }
        catch (JsonException e)
        {
            var line = (int)(e.LineNumber ?? 0) + 1;
            var column = (int)Math.Min(e.BytePositionInLine ?? 0, int.MaxValue - 1) + 1;
            problem = ImportDiagnostics.Unreadable.At(new(file, line, column, line, column), $"The file is no JSON from here on. {Reason(e)}");
        }

        return document is not null;
    }

    /// <summary>Where a value stands.</summary>
    /// <param name="element">A value of this document.</param>
    public SourceSpan SpanOf(JsonElement element)
    {
        if (IsPredicted)
        {
            return SourceSpan.WholeFile(File);
        }

        var raw = JsonMarshal.GetRawUtf8Value(element);
        if (!_utf8.Span.Overlaps(raw, out var offset))
        {
            return SourceSpan.WholeFile(File);
        }

        var (line, column) = PositionOf(offset);
        var (endLine, endColumn) = PositionOf(offset + raw.Length);
        return new(File, line, column, endLine, endColumn);
    }

    /// <summary>Where a resource was written, in a document that is not what somebody wrote.</summary>
    public SourceSpan PlaceOfResource(string type, string name) => _placeOfResource?.Invoke(type, name) ?? SourceSpan.WholeFile(File);

    private (int Line, int Column) PositionOf(int offset)
    {
        _lineStarts ??= FindLines(_utf8.Span);
        var index = _lineStarts.BinarySearch(offset);
        var line = index < 0 ? ~index - 1 : index;
        var text = _utf8.Span[_lineStarts[line]..offset];
        // Long lines are machine-made, and counted in bytes: counting each of their values from the left would be quadratic.
        return (line + 1, (text.Length > 4096 ? text.Length : Encoding.UTF8.GetCharCount(text)) + 1);
    }

    private static List<int> FindLines(ReadOnlySpan<byte> utf8)
    {
        var starts = new List<int> { 0 };
        for (var at = utf8.IndexOf((byte)'\n'); at >= 0;)
        {
            starts.Add(at + 1);
            var next = utf8[(at + 1)..].IndexOf((byte)'\n');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return starts;
    }

    /// <summary>The reader's own sentence, without the place that it repeats.</summary>
    private static string Reason(JsonException e)
    {
        var end = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var text = end < 0 ? e.Message : e.Message[..end];
        return Quotation.Shorten(text);
    }
}
