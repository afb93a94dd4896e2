using System.Globalization;
using System.Text.Json;
using AksEgress.Diagnostics;
using AksEgress.Model;

namespace AksEgress.Parsing;

/// <summary>
/// Reads the members of one mapping. A member's key is its name in camel case. Remembers which keys were asked for, to report the others, and where
/// each value stands.
/// </summary>
internal sealed class MappingReader(YamlMapping mapping, DiagnosticBag diagnostics)
{
    private readonly List<string> _known = [];
    private readonly List<OriginMember> _members = [];

    /// <summary>Where problems go.</summary>
    public DiagnosticBag Diagnostics => diagnostics;

    /// <summary>The mapping's place and those of everything read so far.</summary>
    public Origin Origin => new(mapping.Span, _members);

    /// <summary>Text, or null when it was not said.</summary>
    public string? Text(string member, string? key = null) => Scalar(member, key)?.Text;

    /// <summary>Text that must be there; empty when it is not, which was reported.</summary>
    public string RequiredText(string member, string? key = null) => Required(member, key, Text(member, key)) ?? "";

    /// <summary>A value with a textual form of its own.</summary>
    public T? Value<T>(string member)
        where T : struct, IModelValue<T> => Scalar(member) is { } scalar ? Parse<T>(member, -1, scalar) : null;

    /// <summary>A value that must be there; the default of its type when it is not, which was reported.</summary>
    public T RequiredValue<T>(string member)
        where T : struct, IModelValue<T> => Required(member, null, Value<T>(member)) ?? default;

    /// <summary>A list of values.</summary>
    public ValueList<T>? Values<T>(string member)
        where T : struct, IModelValue<T> => List(member, (item, index) => AsScalar(member, index, item) is { } scalar ? Parse<T>(member, index, scalar) : null);

    /// <summary>A list that must be there; empty when it is not, which was reported.</summary>
    public ValueList<T> RequiredValues<T>(string member)
        where T : struct, IModelValue<T> => Required(member, null, Values<T>(member)) ?? [];

    /// <summary>A whole number in decimal.</summary>
    public int? Integer(string member) => Scalar(member) is { } scalar ? ParseInteger(member, -1, scalar) : null;

    /// <summary>A list of whole numbers in decimal.</summary>
    public ValueList<int>? Integers(string member) =>
        List(member, (item, index) => AsScalar(member, index, item) is { } scalar ? ParseInteger(member, index, scalar) : null);

    /// <summary><c>true</c> or <c>false</c>; none of YAML's other words for them.</summary>
    public bool? Flag(string member)
    {
        if (Scalar(member) is not { } scalar)
        {
            return null;
        }

        if (scalar is { IsPlain: true, Text: "true" or "false" })
        {
            return scalar.Text == "true";
        }

        Report(DocumentDiagnostics.WrongType, member, -1, scalar, $"'{scalar.Text}' is neither true nor false.");
        return null;
    }

    /// <summary>A word of an enumeration.</summary>
    public TEnum? Choice<TEnum>(string member)
        where TEnum : struct, Enum => Scalar(member) is { } scalar ? ParseChoice<TEnum>(member, -1, scalar) : null;

    /// <summary>A word that must be there; null when it is not, which was reported.</summary>
    public TEnum? RequiredChoice<TEnum>(string member)
        where TEnum : struct, Enum
    {
        var value = Choice<TEnum>(member);
        Required(member, null, value);
        return value;
    }

    /// <summary>A list of words of an enumeration.</summary>
    public ValueList<TEnum>? Choices<TEnum>(string member)
        where TEnum : struct, Enum => List(member, (item, index) => AsScalar(member, index, item) is { } scalar ? ParseChoice<TEnum>(member, index, scalar) : null);

    /// <summary>A list that must be there; empty when it is not, which was reported.</summary>
    public ValueList<TEnum> RequiredChoices<TEnum>(string member)
        where TEnum : struct, Enum => Required(member, null, Choices<TEnum>(member)) ?? [];

    /// <summary>A part of the topology.</summary>
    public TNode? Node<TNode>(string member, Func<MappingReader, TNode> read)
        where TNode : class => Find(member) is { } node ? ReadNode(member, -1, node, read) : null;

    /// <summary>A list of parts.</summary>
    public ValueList<TNode>? Nodes<TNode>(string member, Func<MappingReader, TNode?> read, Func<YamlScalar, TNode?>? readScalar = null)
        where TNode : class
    {
        return Sequence(member) is { } sequence ? [.. sequence.Items.Select(ReadItem).OfType<TNode>()] : null;

        TNode? ReadItem(YamlNode item, int index)
        {
            _members.Add(new(member, index, item.Span));
            var result = item is YamlScalar scalar && readScalar is not null ? readScalar(scalar) : ReadNode(member, index, item, read);
            if (result is null)
            {
                _members.Add(new(member, index, item.Span, IsUnreadable: true));
            }

            return result;
        }
    }

    /// <summary>A list of parts that must be there; empty when it is not, which was reported.</summary>
    public ValueList<TNode> RequiredNodes<TNode>(string member, Func<MappingReader, TNode?> read)
        where TNode : class => Required(member, null, Nodes(member, read)) ?? [];

    /// <summary>A mapping from names to text.</summary>
    public ValueList<TNode>? Pairs<TNode>(string member, Func<string, string, Origin, TNode> create)
        where TNode : class
    {
        if (Find(member) is not { } node)
        {
            return null;
        }

        if (node is not YamlMapping pairs)
        {
            Report(DocumentDiagnostics.WrongType, member, -1, node, $"'{KeyOf(member)}' takes names with values: {{ name: value }}.");
            return null;
        }

        return [.. pairs.Entries.Select((entry, index) => AsScalar(member, index, entry.Value) is { } value
            ? create(entry.Key.Text, value.Text, new(entry.Key.Span, new OriginMember("Name", -1, entry.Key.Span), new OriginMember("Value", -1, value.Span)))
            : null).OfType<TNode>()];
    }

    /// <summary>A list of anything; what cannot be read is reported by <paramref name="read"/>, left out, and remembered as missing.</summary>
    public ValueList<T>? List<T>(string member, Func<YamlNode, int, T?> read)
        where T : struct
    {
        if (Sequence(member) is not { } sequence)
        {
            return null;
        }

        var items = new List<T>(sequence.Items.Count);
        for (var i = 0; i < sequence.Items.Count; i++)
        {
            if (read(sequence.Items[i], i) is { } value)
            {
                // Places go by the element's place in the model; unreadable elements are not there.
                _members.Add(new(member, items.Count, sequence.Items[i].Span));
                items.Add(value);
            }
        }

        return [.. items];
    }

    /// <summary>Remembers the place of an element of a list that was read under another key.</summary>
    public void Place(string member, int index, SourceSpan span) => _members.Add(new(member, index, span));

    /// <summary>The scalar behind a key, or null.</summary>
    public YamlScalar? Scalar(string member, string? key = null) => Find(member, key) is { } node ? AsScalar(member, -1, node) : null;

    /// <summary>A scalar as such a value, or a report.</summary>
    public T? Parse<T>(string member, int index, YamlScalar scalar)
        where T : struct, IModelValue<T>
    {
        if (T.TryParse(scalar.Text, out var value, out var problem))
        {
            return value;
        }

        Report(problem.Descriptor, member, index, scalar, problem.Message);
        return null;
    }

    /// <summary>The node as a scalar, or a report.</summary>
    public YamlScalar? AsScalar(string member, int index, YamlNode node)
    {
        if (node is YamlScalar { IsEmpty: false } scalar)
        {
            return scalar;
        }

        Report(DocumentDiagnostics.WrongType, member, index, node, node is YamlScalar
            ? $"'{KeyOf(member)}' has no value. Write one, or leave the key out for the default."
            : $"'{KeyOf(member)}' takes a single value here, not a {Kind(node)}.");
        return null;
    }

    /// <summary>Reports that a value could not be read.</summary>
    public void Report(DiagnosticDescriptor descriptor, string member, int index, YamlNode node, string message)
    {
        _members.Add(new(member, index, node.Span, IsUnreadable: true));
        if (node is not YamlUnreadable)
        {
            diagnostics.Add(descriptor, node.Span, message);
        }
    }

    /// <summary>The stand-in for a part that must be there; reports when it was not said at all.</summary>
    public TNode Missing<TNode>(string member, TNode standIn)
        where TNode : Node
    {
        Required<object>(member, null, null);
        return standIn;
    }

    /// <summary>Keeps <see cref="Finish"/> silent where the mapping's kind is not known.</summary>
    public void IgnoreOtherKeys() => _known.AddRange(mapping.Entries.Select(entry => entry.Key.Text));

    /// <summary>Reports the keys that nobody asked for. Called once, after all members were read.</summary>
    public void Finish()
    {
        foreach (var entry in mapping.Entries)
        {
            if (!_known.Contains(entry.Key.Text))
            {
                diagnostics.Add(DocumentDiagnostics.UnknownKey, entry.Key.Span, $"The key '{entry.Key.Text}' means nothing here. {NearestWord.Suggest(entry.Key.Text, _known)}");
            }
        }
    }

    /// <summary>The mapping's member as a node of the model.</summary>
    public TNode? ReadNode<TNode>(string member, int index, YamlNode node, Func<MappingReader, TNode?> read)
        where TNode : class
    {
        if (node is YamlMapping inner)
        {
            var reader = new MappingReader(inner, diagnostics);
            var result = read(reader);
            reader.Finish();
            return result;
        }

        Report(DocumentDiagnostics.WrongType, member, index, node, $"'{KeyOf(member)}' takes keys with values here, not a {Kind(node)}.");
        return null;
    }

    private static string KeyOf(string member) => JsonNamingPolicy.CamelCase.ConvertName(member);

    private static string Kind(YamlNode node) => node switch { YamlSequence => "list", YamlMapping => "mapping", _ => "single value" };

    private YamlNode? Find(string member, string? key = null)
    {
        key ??= KeyOf(member);
        if (!_known.Contains(key))
        {
            _known.Add(key);
        }

        foreach (var entry in mapping.Entries)
        {
            if (entry.Key.Text == key)
            {
                _members.Add(new(member, -1, entry.Value.Span));
                return entry.Value;
            }
        }

        return null;
    }

    private YamlSequence? Sequence(string member)
    {
        var node = Find(member);
        if (node is not null and not YamlSequence)
        {
            Report(DocumentDiagnostics.WrongType, member, -1, node, $"'{KeyOf(member)}' takes a list: write [value, value].");
        }

        return node as YamlSequence;
    }

    private T? Required<T>(string member, string? key, T? value)
    {
        // A member that is there but could not be read has been reported already.
        if (value is null && !_members.Exists(known => known.Name == member))
        {
            Report(DocumentDiagnostics.MissingKey, member, -1, mapping, $"The key '{key ?? KeyOf(member)}' is missing here.");
        }

        return value;
    }

    private int? ParseInteger(string member, int index, YamlScalar scalar)
    {
        // No octal, no underscores, no exponents: YAML 1.1 would read 010 as 8.
        if (scalar.IsPlain && int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number.ToString(CultureInfo.InvariantCulture) == scalar.Text)
        {
            return number;
        }

        Report(DocumentDiagnostics.WrongType, member, index, scalar, $"'{scalar.Text}' is not a whole number.");
        return null;
    }

    public TEnum? ParseChoice<TEnum>(string member, int index, YamlScalar scalar)
        where TEnum : struct, Enum
    {
        if (Parsing.Choices<TEnum>.TryParse(scalar.Text, out var value))
        {
            return value;
        }

        Report(DocumentDiagnostics.UnknownWord, member, index, scalar, $"'{scalar.Text}' is none of the words that '{KeyOf(member)}' takes. {NearestWord.Suggest(scalar.Text, Parsing.Choices<TEnum>.Words)}");
        return null;
    }
}
