using System.Collections.Frozen;

namespace AksEgress.Parsing;

/// <summary>What a document says under <c>environments</c>.</summary>
internal sealed class DocumentEnvironments
{
    /// <summary>The value that every environment has: its name.</summary>
    public const string OwnName = "environment";

    /// <summary>How much a document may have that is written out for all its environments, with what it includes and the values in their places: twice what it may have itself.</summary>
    public const int MaxSize = 2 * TopologyDocument.MaxSize;

    private readonly Dictionary<string, int> _counts;
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private int _size;

    /// <summary>Environments, and what they are called by their values.</summary>
    /// <param name="environments">The environments; none where they cannot be read.</param>
    public DocumentEnvironments(IReadOnlyList<DocumentEnvironment> environments)
    {
        Environments = environments;
        // What all of them should give is what most of them give; where it is a draw, the first knows best.
        DocumentEnvironment[] readable = [.. environments.Where(environment => environment.IsReadable)];
        _counts = environments.SelectMany(environment => environment.Values.Keys).CountBy(name => name, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        Expected = _counts.Where(name => 2 * name.Value is var twice && (twice > readable.Length || (twice == readable.Length && readable[0].Values.ContainsKey(name.Key))))
            .Select(name => name.Key).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>A topology for each name, with its values in place of <c>${name}</c> anywhere in the document and its included files; <c>${environment}</c> is the name. All give the same values. Default: one topology, and <c>${</c> means nothing.</summary>
    public IReadOnlyList<DocumentEnvironment> Environments { get; }

    /// <summary>The names of the values that some environment gives.</summary>
    public IReadOnlyCollection<string> Names => _counts.Keys;

    /// <summary>The names of the values that all environments are to give.</summary>
    public FrozenSet<string> Expected { get; }

    /// <summary>The first place of each value that all are to give and nothing uses.</summary>
    public IEnumerable<YamlScalar> Unused =>
        from name in Names
        where Expected.Contains(name) && !_used.Contains(name)
        select Environments.First(environment => environment.Values.ContainsKey(name)).Values[name].Key;

    /// <summary>True when some environment gives the value.</summary>
    public bool Has(string name) => _counts.ContainsKey(name);

    /// <summary>Takes a part of <see cref="MaxSize"/>; false when there is not so much left.</summary>
    public bool Take(int size) => _size <= MaxSize && (_size += size) <= MaxSize;

    /// <summary>Remembers that a value is used.</summary>
    public void Use(string name) => _used.Add(name);
}
