namespace AksEgress.Knowledge;

/// <summary>Which names Azure takes for a kind of resource.</summary>
internal sealed record NameRule : SourcedFact
{
    /// <summary>The shortest name, in characters.</summary>
    public required int MinLength { get; init; }

    /// <summary>The longest name, in characters.</summary>
    public required int MaxLength { get; init; }

    /// <summary>What a name may begin with.</summary>
    public required CharacterClass First { get; init; }

    /// <summary>What may stand between the first and the last character.</summary>
    public required CharacterClass Body { get; init; }

    /// <summary>What a name may end with. A name of one character must fit <see cref="First"/> too.</summary>
    public required CharacterClass Last { get; init; }

    /// <summary>Whether Azure takes the name.</summary>
    public bool Accepts(ReadOnlySpan<char> name) =>
        name.Length >= MinLength
        && name.Length <= MaxLength
        && First.ContainsAll(name[..1])
        && Last.ContainsAll(name[^1..])
        && (name.Length < 3 || Body.ContainsAll(name[1..^1]));
}
