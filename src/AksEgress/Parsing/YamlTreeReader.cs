using System.Buffers;
using AksEgress.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace AksEgress.Parsing;

/// <summary>
/// Reads YAML into <see cref="YamlNode"/>s over YamlDotNet's event parser. The library's own tree is not used: it overflows the stack on deep nesting
/// and resolves aliases.
/// </summary>
/// <param name="file">Its name for places.</param>
/// <param name="diagnostics">Takes what is wrong.</param>
/// <param name="start">How a document begins, for those who left it empty; a stream may be empty.</param>
internal sealed class YamlTreeReader(string? file, DiagnosticBag diagnostics, string start = "")
{
    private const int MaxDepth = 64;

    private static readonly SearchValues<char> _unprintable =
        SearchValues.Create([.. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\u0085'))]);

    private Parser _parser = null!;
    private (int Line, int Column) _end;

    /// <summary>Reads the document, or reports and returns null.</summary>
    public YamlNode? Read(string text) => Read(text, ReadDocument);

    /// <summary>Reads a stream of documents as far as it can be read, and reports where that ends.</summary>
    public IReadOnlyList<YamlNode> ReadStream(string text)
    {
        var roots = new List<YamlNode>();
        Read(text, () => ReadDocuments(roots));
        return roots;
    }

    private YamlNode? Read(string text, Func<YamlNode?> read)
    {
        if (FirstUnprintable(text) is >= 0 and var index)
        {
            var (line, column) = EndOf(text.AsSpan(0, index));
            diagnostics.Add(DocumentDiagnostics.Syntax, new(file, line, column, line, column + 1), FormattableString.Invariant($"This is not valid YAML: it holds the control character U+{(int)text[index]:X4} here. Remove it."));
            return null;
        }

        _parser = new Parser(new StringReader(text));
        _end = EndOf(text);
        try
        {
            return read();
        }
        catch (TooDeepException exception)
        {
            diagnostics.Add(DocumentDiagnostics.TooDeep, SpanOf(exception.Start, exception.End), $"More than {MaxDepth} levels of nesting. No topology needs them.");
            return null;
        }
        catch (YamlException exception)
        {
            var span = SpanOf(exception.Start, exception.End);
            var hint = HasValueOfEnvironment(text, span) ? $" In brackets and braces, '{ValueInserter.Start}…}}' stands in quotation marks." : "";
            diagnostics.Add(DocumentDiagnostics.Syntax, span, $"This is not valid YAML: {exception.Message.TrimEnd('.')}.{hint}");
            return null;
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // The parser's own slips on broken input, for instance an unterminated flow list; it knows no place then.
            var last = _parser.Current?.End ?? Mark.Empty;
            diagnostics.Add(DocumentDiagnostics.Syntax, SpanOf(last, last), "This is not valid YAML: a list, mapping or text that starts here is not closed.");
            return null;
        }
    }

    private YamlNode? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
        {
            diagnostics.Add(DocumentDiagnostics.Empty, SourceSpan.WholeFile(file), $"The document is empty. {start}");
            return null;
        }

        _parser.Consume<DocumentStart>();
        var root = ReadNode(1);
        _parser.Consume<DocumentEnd>();
        if (!_parser.Accept<StreamEnd>(out _))
        {
            var next = _parser.Current!;
            diagnostics.Add(DocumentDiagnostics.SecondDocument, SpanOf(next.Start, next.End), "A second document starts here, and would be ignored. Put it into a file of its own.");
        }

        return root;
    }

    private YamlNode? ReadDocuments(List<YamlNode> roots)
    {
        _parser.Consume<StreamStart>();
        while (!_parser.Accept<StreamEnd>(out _))
        {
            _parser.Consume<DocumentStart>();
            roots.Add(ReadNode(1));
            _parser.Consume<DocumentEnd>();
        }

        return null;
    }

    private YamlNode ReadNode(int depth)
    {
        var start = _parser.Consume<ParsingEvent>();
        var span = SpanOf(start.Start, start.End);
        if (start is AnchorAlias alias)
        {
            diagnostics.Add(DocumentDiagnostics.Anchor, span, $"'*{alias.Value}' is an alias. Write the value out: documents have no anchors and aliases.");
            return new YamlUnreadable(span);
        }

        if (start is not NodeEvent node)
        {
            // The parser's own slip on broken flow mappings: the end comes where a value should.
            throw new YamlException(start.Start, start.End, "a value is missing here");
        }

        if (!node.Anchor.IsEmpty)
        {
            diagnostics.Add(DocumentDiagnostics.Anchor, span, $"'&{node.Anchor}' is an anchor. Write the value out where it is needed: documents have no anchors and aliases.");
        }

        if (!node.Tag.IsEmpty && !node.Tag.IsNonSpecific)
        {
            diagnostics.Add(DocumentDiagnostics.Tag, span, $"'{node.Tag}' is a YAML tag. Leave it out: the key decides the type.");
        }

        if (depth > MaxDepth)
        {
            // Not skipped but ended: the parser takes quadratic time over what is nested further.
            throw new TooDeepException(start);
        }

        return start switch
        {
            Scalar scalar => new YamlScalar(span, scalar.Value, scalar.Style == ScalarStyle.Plain),
            SequenceStart sequence => ReadSequence(sequence, depth),
            _ => ReadMapping((MappingStart)start, depth),
        };
    }

    private YamlSequence ReadSequence(SequenceStart start, int depth)
    {
        var items = new List<YamlNode>();
        while (!_parser.Accept<SequenceEnd>(out _))
        {
            items.Add(ReadNode(depth + 1));
        }

        var end = _parser.Consume<SequenceEnd>();
        return new(start.Style == SequenceStyle.Flow ? SpanOfFlow(start, end) : SpanOf(start.Start, start.End), items);
    }

    private YamlMapping ReadMapping(MappingStart start, int depth)
    {
        var entries = new List<YamlEntry>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        while (!_parser.Accept<MappingEnd>(out _))
        {
            var key = ReadNode(depth + 1);
            var value = ReadNode(depth + 1);
            if (key is not YamlScalar name)
            {
                diagnostics.Add(DocumentDiagnostics.WrongType, key.Span, "A key is text here, not a list or mapping.");
            }
            else if (!keys.Add(name.Text))
            {
                diagnostics.Add(DocumentDiagnostics.DuplicateKey, key.Span, $"The key '{name.Text}' stands here a second time. Remove one of the two.");
            }
            else
            {
                entries.Add(new(name, value));
            }
        }

        var end = _parser.Consume<MappingEnd>();

        // A block mapping goes on for pages; its first key is the place to show.
        var span = start.Style == MappingStyle.Flow ? SpanOfFlow(start, end) : entries.Count == 0 ? SpanOf(start.Start, end.End) : entries[0].Key.Span;
        return new(span, start.Style == MappingStyle.Flow ? span : SpanOf(start.Start, end.Start), entries);
    }

    /// <summary>The parser puts the end of a flow list or mapping in front of its bracket.</summary>
    private SourceSpan SpanOfFlow(ParsingEvent start, ParsingEvent end) => SpanOf(start.Start, end.Start) is var span ? span with { EndColumn = span.EndColumn + 1 } : default;

    private SourceSpan SpanOf(Mark start, Mark end)
    {
        var (line, column) = Inside(start);
        var (endLine, endColumn) = Inside(end);
        return endLine > line ? new(file, line, column, endLine, endColumn) : new(file, line, column, line, endLine < line ? column : Math.Max(column, endColumn));
    }

    /// <summary>The parser ends a text that has no last line break on a line behind it, which is not there.</summary>
    private (int Line, int Column) Inside(Mark mark) => mark.Line > _end.Line ? _end : ((int)mark.Line, (int)mark.Column);

    /// <summary>The first control character that YAML does not take (YAML 1.2.2, 5.1), or -1. The parser passes over some, and takes NUL for the end of the text.</summary>
    private static int FirstUnprintable(string text) => text.AsSpan().IndexOfAny(_unprintable);

    /// <summary>True when a value of the environments stands where YAML ends: its brace ends the text before it inside of other braces.</summary>
    private static bool HasValueOfEnvironment(string text, SourceSpan span) =>
        text.Split('\n').Take(span.EndLine).Skip(span.Line - 1).Any(line => line.Contains(ValueInserter.Start, StringComparison.Ordinal));

    private static (int Line, int Column) EndOf(ReadOnlySpan<char> text)
    {
        var line = 1;
        var lineStart = 0;
        for (var i = 0; i < text.Length; i++)
        {
            // YAML 1.1, which the parser reads, breaks lines at all of these.
            if (text[i] is '\n' or '\u0085' or '\u2028' or '\u2029' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                line++;
                lineStart = i + 1;
            }
        }

        return (line, text.Length - lineStart + 1);
    }

#pragma warning disable CA1032, CA1064 // Never leaves this class.
    private sealed class TooDeepException(ParsingEvent at) : YamlException(at.Start, at.End, "");
#pragma warning restore CA1032, CA1064
}
