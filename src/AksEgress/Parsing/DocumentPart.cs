using System.Collections;
using System.Globalization;
using AksEgress.Model;

namespace AksEgress.Parsing;

/// <summary>A mapping of a document to be written: keys with texts, lists and mappings; what is not said is left out.</summary>
internal sealed class DocumentPart : IEnumerable<(string Key, object Value)>
{
    private readonly List<(string Key, object Value)> _members = [];

    /// <summary>True when there is no mapping in it.</summary>
    public bool IsLeaf => _members.TrueForAll(member => member.Value is string || (member.Value is IReadOnlyList<object> list && list.All(item => item is string)));

    /// <summary>About as long as it is on one line.</summary>
    public int Length => _members.Sum(member => member.Key.Length + LengthOf(member.Value) + 4);

    /// <summary>Adds what is said under a member: a text, a number, a word, a value with a textual form, a mapping, or a list of these. Nothing, and a mapping of nothing, is left out.</summary>
    public void Add(string member, object? value)
    {
        if (Convert(value) is { } said)
        {
            _members.Add((DocumentWord.OfMember(member), said));
        }
    }

    /// <summary>A mapping of names to texts.</summary>
    public static DocumentPart OfPairs(IEnumerable<(string Name, string Value)> pairs)
    {
        var part = new DocumentPart();
        part._members.AddRange(pairs.Select(pair => (pair.Name, (object)pair.Value)));
        return part;
    }

    /// <summary>About as long as a value is on one line.</summary>
    public static int LengthOf(object value) => value switch
    {
        string text => text.Length,
        DocumentPart part => part.Length,
        IReadOnlyList<object> list => list.Sum(item => LengthOf(item) + 2),
        _ => 0,
    };

    /// <inheritdoc/>
    public IEnumerator<(string Key, object Value)> GetEnumerator() => _members.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static object? Convert(object? value) => value switch
    {
        null or string => value,
        bool flag => flag ? "true" : "false",
        Enum word => DocumentWord.OfWord(word),
        DocumentPart part => part._members.Count > 0 ? part : null,
        IEnumerable items => items.Cast<object>().Select(Convert).OfType<object>().ToList(),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
