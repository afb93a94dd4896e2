using AksEgress.Diagnostics;

namespace AksEgress.Parsing;

/// <summary>What a document may say in a place, as its reader asks for it; the JSON Schema of documents is made of these.</summary>
internal abstract record DocumentShape;

/// <summary>A single value of one of these types: text, a number, a flag, a day, a value of the model, or a word of an enumeration.</summary>
internal sealed record ValueShape(params IReadOnlyList<Type> Types) : DocumentShape;

/// <summary>A list, each element of one of these shapes.</summary>
internal sealed record ListShape(params IReadOnlyList<DocumentShape> Items) : DocumentShape;

/// <summary>A mapping from names to values.</summary>
internal sealed record PairsShape(params IReadOnlyList<DocumentShape> Values) : DocumentShape
{
    /// <summary>The pattern of the names; null for any.</summary>
    public string? Names { get; init; }
}

/// <summary>A mapping with the keys that its reader asks for.</summary>
/// <param name="Type">The part of the model that it becomes.</param>
/// <param name="Read">Its reader.</param>
internal sealed record MappingShape(Type Type, Func<MappingReader, object?> Read) : DocumentShape
{
    /// <summary>The keys, in the order in which they are asked for.</summary>
    /// <param name="said">What the mapping says already, where that changes what else it may say.</param>
    /// <param name="type">The part of the model that it becomes then.</param>
    public IReadOnlyList<KeyShape> Keys(IReadOnlyDictionary<string, string> said, out Type type)
    {
        var keys = new List<KeyShape>();
        var entries = said.Select(entry => new YamlEntry(new(default, entry.Key, IsPlain: true), new YamlScalar(default, entry.Value, IsPlain: true)));
        type = Read(new(new(default, default, [.. entries]), new DiagnosticBag(), [], keys))?.GetType() ?? Type;
        return keys;
    }
}

/// <summary>A key of a mapping.</summary>
/// <param name="Key">The key.</param>
/// <param name="Member">The member of the model that it is read for.</param>
/// <param name="Shape">What it takes.</param>
/// <param name="IsRequired">Whether it must be there.</param>
internal sealed record KeyShape(string Key, string Member, DocumentShape Shape, bool IsRequired = false);
