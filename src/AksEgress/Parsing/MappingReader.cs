using System.Text.Json;
using AksEgress.Diagnostics;
using AksEgress.Model;

namespace AksEgress.Parsing;

/// <summary>
/// Reads the members of one mapping. A member's key is its name in camel case. Remembers which keys were asked for, to report the others, and where
/// each value stands.
/// </summary>
/// <param name="mapping">The mapping.</param>
/// <param name="diagnostics">Takes what is wrong with it.</param>
/// <param name="suppressions">Takes the suppressions in it.</param>
/// <param name="shapes">Takes what is asked for, where that is wanted; nothing is read for it.</param>
internal sealed partial class MappingReader(YamlMapping mapping, DiagnosticBag diagnostics, List<Suppression> suppressions, List<KeyShape>? shapes = null)
{
    private readonly List<(string Member, string Key)> _known = [];
    private readonly List<(string Member, string Key)> _missing = [];
    private readonly List<OriginMember> _members = [];

    /// <summary>A part of the topology.</summary>
    public TNode? Node<TNode>(string member, Func<MappingReader, TNode?> read)
        where TNode : class
    {
        shapes?.Add(new(KeyOf(member), member, new MappingShape(typeof(TNode), read)));
        return Find(member) is { } node ? ReadNode(member, node, read) : null;
    }

    /// <summary>A list of parts.</summary>
    public ValueList<TNode>? Nodes<TNode>(string member, Func<MappingReader, TNode?> read)
        where TNode : class
    {
        shapes?.Add(new(KeyOf(member), member, new ListShape(new MappingShape(typeof(TNode), read))));
        return ReadItems(member, item => ReadNode(member, item, read));
    }

    /// <summary>A list of parts and of words that stand for parts.</summary>
    public ValueList<TNode>? NodesOrChoices<TNode, TEnum>(string member, Func<MappingReader, TNode?> read, Func<TEnum, Origin, TNode> create)
        where TNode : class
        where TEnum : struct, Enum
    {
        shapes?.Add(new(KeyOf(member), member, new ListShape(new ValueShape(typeof(TEnum)), new MappingShape(typeof(TNode), read))));
        return ReadItems(member, item => item is not YamlScalar scalar ? ReadNode(member, item, read)
            : ParseChoice<TEnum>(member, scalar) is { } choice ? create(choice, new(scalar.Span))
            : null);
    }

    /// <summary>A list of parts that must be there; empty when it is not, which is reported.</summary>
    public ValueList<TNode> RequiredNodes<TNode>(string member, Func<MappingReader, TNode?> read)
        where TNode : class => Required(member, Nodes(member, read)) ?? [];

    /// <summary>The stand-in for a part that must be there; remembers to report where it was not said at all.</summary>
    public TNode Missing<TNode>(string member, TNode standIn)
        where TNode : Node
    {
        Required<object>(member, null);
        return standIn;
    }

    /// <summary>A mapping from names to text, or to what <paramref name="create"/> reads from text.</summary>
    public ValueList<TNode>? Pairs<TNode>(string member, Func<string, YamlScalar, Origin, TNode?> create, Type? value = null)
        where TNode : class
    {
        shapes?.Add(new(KeyOf(member), member, new PairsShape(new ValueShape(value ?? typeof(string)))));
        if (Find(member) is not { } node)
        {
            return null;
        }

        if (node is not YamlMapping pairs)
        {
            Report(DocumentDiagnostics.WrongType, member, node, $"'{KeyOf(member)}' takes names with values: {{ name: value }}.");
            return null;
        }

        return [.. pairs.Entries.Select(entry => AsScalar(member, entry.Value) is { } value
            ? create(entry.Key.Text, value, new(entry.Key.Span, new OriginMember("Name", -1, entry.Key.Span), new OriginMember("Value", -1, value.Span)))
            : null).OfType<TNode>()];
    }

    /// <summary>A list of values of some types; what cannot be read is reported by <paramref name="read"/>, left out, and remembered as missing.</summary>
    public ValueList<T>? List<T>(string member, Func<YamlNode, T?> read, params ReadOnlySpan<Type> types)
        where T : struct
    {
        shapes?.Add(new(KeyOf(member), member, new ListShape(new ValueShape(types.ToArray()))));
        if (Sequence(member) is not { } sequence)
        {
            return null;
        }

        var items = new List<T>(sequence.Items.Count);
        for (var i = 0; i < sequence.Items.Count; i++)
        {
            if (read(sequence.Items[i]) is { } value)
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

    /// <summary>Passes over members that are known here but cannot be read.</summary>
    public void Skip(params ReadOnlySpan<string> members)
    {
        foreach (var member in members)
        {
            Find(member);
        }
    }

    /// <summary>Passes over a key that something else reads.</summary>
    public void Skip(string member, DocumentShape shape)
    {
        shapes?.Add(new(KeyOf(member), member, shape));
        Find(member);
    }

    /// <summary>Reports that a value could not be read.</summary>
    public void Report(DiagnosticDescriptor descriptor, string member, YamlNode node, string message, string? replacement = null)
    {
        _members.Add(new(member, -1, node.Span, IsUnreadable: true));
        if (node is not YamlUnreadable)
        {
            diagnostics.Add(descriptor.At(node.Span, message) with { Replacement = replacement });
        }
    }

    /// <summary>
    /// Reads the suppressions, which every mapping takes, reports the keys that nobody asked for and those that are missing, and gives the place of the
    /// mapping and of everything in it. Called once, after all members were read.
    /// </summary>
    public Origin Finish()
    {
        foreach (var suppression in Nodes(nameof(EgressTopology.Suppress), SuppressionReader.Read) ?? [])
        {
            suppressions.Add(suppression with { Scope = mapping.Extent });
        }

        foreach (var entry in mapping.Entries)
        {
            if (!_known.Exists(known => known.Key == entry.Key.Text))
            {
                ReportUnknown(entry.Key);
            }
        }

        foreach (var (member, key) in _missing)
        {
            Report(DocumentDiagnostics.MissingKey, member, mapping, $"The key '{key}' is missing here.");
        }

        return new(mapping.Span, _members);
    }

    private static string KeyOf(string member) => DocumentWord.OfMember(member);

    private static string Kind(YamlNode node) => node switch { YamlSequence => "list", YamlMapping => "mapping", _ => "single value" };

    private void ReportUnknown(YamlScalar key)
    {
        List<string> words = [.. _known.Select(known => known.Key)];
        var meant = NearestWord.Find(key.Text, words);
        diagnostics.Add(DocumentDiagnostics.UnknownKey.At(key.Span, $"The key '{key.Text}' means nothing here. {NearestWord.Advise(meant, words)}") with { Replacement = meant });
        if (meant is not null)
        {
            // It was said, if misspelt: neither missing, nor is its default what somebody wanted.
            var member = _known.Find(known => known.Key == meant).Member;
            _members.Add(new(member, -1, key.Span, IsUnreadable: true));
            _missing.RemoveAll(missing => missing.Member == member);
        }
    }

    private TNode? ReadNode<TNode>(string member, YamlNode node, Func<MappingReader, TNode?> read)
        where TNode : class
    {
        if (node is YamlMapping inner)
        {
            return read(new(inner, diagnostics, suppressions));
        }

        Report(DocumentDiagnostics.WrongType, member, node, $"'{KeyOf(member)}' takes keys with values here, not a {Kind(node)}.");
        return null;
    }

    private ValueList<TNode>? ReadItems<TNode>(string member, Func<YamlNode, TNode?> read)
        where TNode : class
    {
        return Sequence(member) is { } sequence ? [.. sequence.Items.Select(ReadItem).OfType<TNode>()] : null;

        TNode? ReadItem(YamlNode item, int index)
        {
            _members.Add(new(member, index, item.Span));
            var result = read(item);
            if (result is null)
            {
                _members.Add(new(member, index, item.Span, IsUnreadable: true));
            }

            return result;
        }
    }

    private YamlNode? Find(string member, string? key = null)
    {
        key ??= KeyOf(member);
        if (!_known.Exists(known => known.Key == key))
        {
            _known.Add((member, key));
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
            Report(DocumentDiagnostics.WrongType, member, node, $"'{KeyOf(member)}' takes a list: write [value, value].");
        }

        return node as YamlSequence;
    }

    private T? Required<T>(string member, T? value, string? key = null)
    {
        // It was asked for just now.
        if (shapes is [.., var last])
        {
            shapes[^1] = last with { IsRequired = true };
        }

        // A member that is there but could not be read has been reported already.
        if (value is null && !_members.Exists(known => known.Name == member))
        {
            _missing.Add((member, key ?? KeyOf(member)));
        }

        return value;
    }
}
