namespace AksEgress.Knowledge;

/// <summary>What the properties of templates and deployed resources mean for egress, beside those that are read (<c>template-properties.json</c>).</summary>
internal static class TemplateProperties
{
    private const string Everywhere = "everywhere";

    private static readonly Dictionary<string, PropertyMeanings> _kinds =
        KnowledgeFile.Read("template-properties.json", KnowledgeJson.Default.IReadOnlyDictionaryStringPropertyMeanings).ToDictionary();

    /// <summary>The properties of a kind of object.</summary>
    public static PropertyMeanings Of(string kind) => _kinds[kind];

    /// <summary>True when nothing hangs on a property.</summary>
    public static bool IsHarmless(string kind, string property) => _kinds[kind].Names.Contains(property) || _kinds[Everywhere].Names.Contains(property);
}

/// <summary>Properties of a kind of object.</summary>
internal sealed record PropertyMeanings : SourcedFact
{
    private static readonly Dictionary<string, string> _none = [];

    /// <summary>Those on which nothing hangs.</summary>
    public required IReadOnlyList<string> Harmless { get; init => (field, Names) = (value ?? [], (value ?? []).ToHashSet(StringComparer.OrdinalIgnoreCase)); }

    /// <summary>Those that may change what can leave, and how.</summary>
    public IReadOnlyDictionary<string, string> Changes { get; init => field = value ?? _none; } = _none;

    /// <summary>Those that may deny what would be allowed, and how.</summary>
    public IReadOnlyDictionary<string, string> Denies { get; init => field = value ?? _none; } = _none;

    /// <summary>Those that answers take for granted, and what they do.</summary>
    public IReadOnlyDictionary<string, string> Assumed { get; init => field = value ?? _none; } = _none;

    /// <summary>The harmless ones, to be looked up without regard to case.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlySet<string> Names { get; private set; } = new HashSet<string>();
}
