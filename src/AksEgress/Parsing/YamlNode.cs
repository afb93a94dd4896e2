using AksEgress.Diagnostics;

namespace AksEgress.Parsing;

/// <summary>A node of a document with its place: scalars, lists and mappings, nothing else.</summary>
internal abstract record YamlNode(SourceSpan Span);

/// <summary>Text. All scalars are text until a key asks for something else; so <c>no</c> and <c>1e3</c> stay what they are.</summary>
internal sealed record YamlScalar(SourceSpan Span, string Text, bool IsPlain) : YamlNode(Span)
{
    /// <summary>True for <c>key:</c> with nothing behind it.</summary>
    public bool IsEmpty => IsPlain && Text.Length == 0;
}

/// <summary>What could not be read, and was reported.</summary>
internal sealed record YamlUnreadable(SourceSpan Span) : YamlNode(Span);

/// <summary>A list.</summary>
internal sealed record YamlSequence(SourceSpan Span, IReadOnlyList<YamlNode> Items) : YamlNode(Span);

/// <summary>A mapping; keys are unique. Its span is the place to show, its extent all of it.</summary>
internal sealed record YamlMapping(SourceSpan Span, SourceSpan Extent, IReadOnlyList<YamlEntry> Entries) : YamlNode(Span);

/// <summary>A key and its value.</summary>
internal sealed record YamlEntry(YamlScalar Key, YamlNode Value);
