using System.Text;
using AksEgress.Diagnostics;

namespace AksEgress.Parsing;

/// <summary>
/// Puts the values of an environment in place of <c>${name}</c>. A scalar that is nothing else becomes the value, which may be a list; an element of a list that becomes a list becomes its elements.
/// Everything stays where it stands: findings are about the place that uses a value.
/// </summary>
/// <param name="environments">What the document says under <c>environments</c>.</param>
/// <param name="environment">The environment; null where none can be read, and so nothing that uses one.</param>
/// <param name="diagnostics">Takes what is wrong with the places that use values.</param>
internal sealed class ValueInserter(DocumentEnvironments environments, DocumentEnvironment? environment, DiagnosticBag diagnostics)
{
    /// <summary>What a place begins with.</summary>
    public const string Start = "${";

    private const int MaxCompared = 100;

    /// <summary>What an element takes that a value brings along: without a text it would be free.</summary>
    private const int ElementSize = 32;

    private bool _isFull;

    /// <summary>A document or an included file with the values; what says them stays as it is.</summary>
    /// <param name="root">What the file says.</param>
    /// <param name="size">Its size in bytes.</param>
    public YamlMapping Insert(YamlMapping root, int size) => root with
    {
        Entries = Fits(SourceSpan.WholeFile(root.Span.File), size)
            ? [.. root.Entries.Select(entry => entry.Key.Text == EnvironmentReader.Key ? entry : Insert(entry)).OfType<YamlEntry>()]
            : [.. root.Entries.Select(entry => entry with { Value = new YamlUnreadable(entry.Value.Span) })],
    };

    private YamlNode Insert(YamlNode node) => node switch
    {
        YamlScalar scalar => scalar.Text.Contains(Start, StringComparison.Ordinal) ? Insert(scalar) : scalar,
        YamlSequence list => list with { Items = [.. list.Items.SelectMany(InsertItem)] },
        YamlMapping mapping => mapping with { Entries = [.. mapping.Entries.Select(Insert).OfType<YamlEntry>()] },
        _ => node,
    };

    private IEnumerable<YamlNode> InsertItem(YamlNode item) => Insert(item) is var inserted && item is YamlScalar && inserted is YamlSequence list ? list.Items : [inserted];

    /// <summary>Null, reported, where the key would be a value: it is no key of anything.</summary>
    private YamlEntry? Insert(YamlEntry entry)
    {
        if (entry.Key.Text.Contains(Start, StringComparison.Ordinal))
        {
            diagnostics.Add(DocumentDiagnostics.UnknownValue.At(entry.Key.Span, $"'{entry.Key.Text}' is a key, and values are put in place of values only. Write the key out."));
            return null;
        }

        return entry with { Value = Insert(entry.Value) };
    }

    private YamlNode Insert(YamlScalar scalar)
    {
        var (text, isReadable, isPlain) = (scalar.Text, true, scalar.IsPlain);
        var result = new StringBuilder();
        var position = 0;
        for (int start; (start = text.IndexOf(Start, position, StringComparison.Ordinal)) >= 0;)
        {
            if (start > position && text[start - 1] == '$')
            {
                result.Append(text, position, start - 1 - position).Append(Start);
                position = start + Start.Length;
                continue;
            }

            var end = text.IndexOf('}', start);
            if (end < 0)
            {
                diagnostics.Add(DocumentDiagnostics.UnknownValue.At(Part(scalar, start, text.Length), "'${' is not closed. Write '${name}' for a value of the environments, and '$${' for the text '${'."));
                return new YamlUnreadable(scalar.Span);
            }

            var value = Find(scalar, start + Start.Length, end);
            if (start == 0 && end == text.Length - 1)
            {
                return Fits(scalar, value) ? At(value, scalar.Span) : new YamlUnreadable(scalar.Span);
            }

            if (value is YamlSequence)
            {
                diagnostics.Add(DocumentDiagnostics.WrongType.At(scalar.Span, $"'{text[start..(end + 1)]}' is a list, and stands in a text here. Let it stand alone, or give a single value."));
            }

            if (!Fits(scalar, value))
            {
                return new YamlUnreadable(scalar.Span);
            }

            result.Append(text, position, start - position).Append((value as YamlScalar)?.Text);
            isReadable &= value is YamlScalar;
            // Quotation marks are there because YAML wants them around braces.
            isPlain = true;
            position = end + 1;
        }

        return isReadable ? new YamlScalar(scalar.Span, result.Append(text, position, text.Length - position).ToString(), isPlain) : new YamlUnreadable(scalar.Span);
    }

    /// <summary>The value of a name; null, reported, where there is none.</summary>
    private YamlNode? Find(YamlScalar scalar, int start, int end)
    {
        var name = scalar.Text[start..end];
        environments.Use(name);
        if (environment is null)
        {
            return null;
        }

        if (environment.Values.TryGetValue(name, out var entry))
        {
            return entry.Value;
        }

        if (name == DocumentEnvironments.OwnName)
        {
            // What is wrong with the name is said where it is given.
            return EnvironmentReader.IsName(environment.Name) ? new YamlScalar(scalar.Span, environment.Name, IsPlain: true) : null;
        }

        if (!environment.IsReadable || environments.Has(name))
        {
            return null;
        }

        var names = environments.Names.Take(MaxCompared).Append(DocumentEnvironments.OwnName).ToList();
        var meant = NearestWord.Find(name, names);
        if (meant is not null)
        {
            environments.Use(meant);
        }

        diagnostics.Add(DocumentDiagnostics.UnknownValue.At(Part(scalar, start, end), $"The environments give no '{Quotation.Shorten(name)}'. {NearestWord.Advise(meant, names)}") with { Replacement = meant });
        return null;
    }

    private bool Fits(YamlScalar scalar, YamlNode? value) =>
        !_isFull && Fits(scalar.Span, value switch { YamlScalar single => single.Text.Length, YamlSequence list => list.Items.Sum(item => ElementSize + ((item as YamlScalar)?.Text.Length ?? 0)), _ => 0 });

    /// <summary>Values may be long and used often, in many environments; what comes after the last that has room is not read.</summary>
    private bool Fits(SourceSpan place, int size)
    {
        if (!_isFull && !environments.Take(size))
        {
            _isFull = true;
            diagnostics.Add(DocumentDiagnostics.TooLarge.At(place, $"Written out for its environments, the document has more than {DocumentEnvironments.MaxSize / 1024 / 1024} MiB up to here. Split the topology, or its environments."));
        }

        return !_isFull;
    }

    private static YamlNode At(YamlNode? value, SourceSpan span) => value switch
    {
        YamlScalar scalar => scalar with { Span = span },
        YamlSequence list => new YamlSequence(span, [.. list.Items.Select(item => At(item, span))]),
        _ => new YamlUnreadable(span),
    };

    /// <summary>The place of a part of a scalar, where it stands in the file as it is; else that of the scalar.</summary>
    private static SourceSpan Part(YamlScalar scalar, int start, int end)
    {
        var span = scalar.Span;
        var marks = span.Line == span.EndLine ? span.EndColumn - span.Column - scalar.Text.Length : -1;
        return marks == (scalar.IsPlain ? 0 : 2)
            ? span with { Column = span.Column + (marks / 2) + start, EndColumn = span.Column + (marks / 2) + end }
            : span;
    }
}
