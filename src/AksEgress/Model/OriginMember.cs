using AksEgress.Diagnostics;

namespace AksEgress.Model;

/// <summary>The place of one member of a node, or of one element of its list.</summary>
/// <param name="Name">The member's name in the model.</param>
/// <param name="Index">The element, from 0; -1 for the whole value.</param>
/// <param name="Span">The place.</param>
/// <param name="IsUnreadable">True when what stands there could not be read.</param>
public readonly record struct OriginMember(string Name, int Index, SourceSpan Span, bool IsUnreadable = false)
{
    /// <summary>Why it could not be read, as a sentence; null where it was reported in full.</summary>
    public string? Reason { get; init; }

    /// <summary>What it may do to an answer.</summary>
    internal UnreadableEffect Effect { get; init; }
}
