using AksEgress.Diagnostics;

namespace AksEgress.Model;

/// <summary>
/// Where a node was said. Takes no part in equality: two topologies that say the same are equal, wherever they say it.
/// </summary>
public sealed class Origin : IEquatable<Origin>
{
    /// <summary>From here on members are looked up, not searched: a list of thousands would be searched for each of its elements.</summary>
    private const int MinIndexed = 32;

    private readonly OriginMember[] _members;
    private readonly Lazy<MemberIndex>? _index;

    /// <summary>A place.</summary>
    /// <param name="span">The node's own place.</param>
    /// <param name="members">Places of the node's members; of list elements too.</param>
    public Origin(SourceSpan span, params IEnumerable<OriginMember> members)
    {
        Span = span;
        _members = [.. members];
        _index = _members.Length < MinIndexed ? null : new(() => new(_members));
    }

    /// <summary>No place: written in C#.</summary>
    public static Origin None { get; } = new(SourceSpan.None);

    /// <summary>The node's own place.</summary>
    public SourceSpan Span { get; }

    /// <summary>True where the node was written in C#; false for what was read from a document, a template or deployed resources.</summary>
    internal bool IsCode => ReferenceEquals(this, None);

    /// <summary>The origin of a node that is derived from this one: its place, without its members'.</summary>
    public Origin Derived => _members.Length == 0 ? this : new(Span);

    /// <summary>For the root of a resolved topology: the topology as it was said. The short forms, and what is wrong in them, are only there.</summary>
    internal EgressTopology? Said { get; init; }

    /// <summary>For a rule: that a named set has it. Nobody wrote it, so nobody can leave it out without the rest of the set.</summary>
    internal bool IsOfSet { get; init; }

    /// <summary>The same place, for a rule of a named set.</summary>
    internal Origin OfSet => new(Span, _members) { IsOfSet = true };

    /// <summary>The same place, for what resolution makes of a topology.</summary>
    internal Origin Resolving(EgressTopology said) => new(Span, _members) { Said = said };

    /// <summary>The same, with a member of which nothing can be concluded.</summary>
    /// <param name="member">The member's name in the model.</param>
    /// <param name="reason">Why, as a sentence; null where it was reported in full.</param>
    internal Origin Unreadable(string member, string? reason = null) => new(Span, [.. _members, new(member, -1, Of(member), IsUnreadable: true) { Reason = reason }]);

    /// <summary>The same, with members of another part of which nothing can be concluded.</summary>
    internal Origin Unreadable(IEnumerable<OriginMember> members) => new(Span, [.. _members, .. members]);

    /// <summary>What was said and could not be read.</summary>
    internal IEnumerable<OriginMember> UnreadableMembers => _members.Where(member => member.IsUnreadable);

    /// <summary>The place of a member's value, or of one element of a member's list; the nearest known place where the member was not written.</summary>
    /// <param name="member">The member's name in the model.</param>
    /// <param name="index">The element, from 0; -1 for the whole value.</param>
    public SourceSpan Of(string member, int index = -1)
    {
        if (_index?.Value is { } known)
        {
            return known.Spans.TryGetValue((member, index), out var span) || known.Spans.TryGetValue((member, -1), out span) ? span : Span;
        }

        var best = Span;
        foreach (var candidate in _members)
        {
            if (candidate.Name == member)
            {
                if (candidate.Index == index)
                {
                    return candidate.Span;
                }

                if (candidate.Index == -1)
                {
                    best = candidate.Span;
                }
            }
        }

        return best;
    }

    /// <summary>
    /// True when something was said under the member that could not be read; it was reported. Nothing can be concluded from what is missing there.
    /// </summary>
    /// <param name="member">The member's name in the model.</param>
    public bool IsUnreadable(string member)
    {
        if (_index is not null)
        {
            return _index.Value.Unreadable.Contains(member);
        }

        foreach (var candidate in _members)
        {
            if (candidate.IsUnreadable && candidate.Name == member)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when something was said under the member.</summary>
    /// <param name="member">The member's name in the model.</param>
    internal bool Has(string member) => _index?.Value.Names.Contains(member) ?? Array.Exists(_members, candidate => candidate.Name == member);

    /// <inheritdoc/>
    public bool Equals(Origin? other) => other is not null;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Origin;

    /// <inheritdoc/>
    public override int GetHashCode() => 0;

    /// <inheritdoc/>
    public override string ToString() => Span.ToString();

    /// <summary>Many members, to be looked up.</summary>
    private sealed class MemberIndex
    {
        public MemberIndex(OriginMember[] members)
        {
            foreach (var member in members)
            {
                Spans.TryAdd((member.Name, member.Index), member.Span);
                Names.Add(member.Name);
                if (member.IsUnreadable)
                {
                    Unreadable.Add(member.Name);
                }
            }
        }

        public Dictionary<(string Name, int Index), SourceSpan> Spans { get; } = [];

        public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Unreadable { get; } = new(StringComparer.Ordinal);
    }
}
