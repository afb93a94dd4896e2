namespace AksEgress.Knowledge;

/// <summary>The regions whose name in service tags is not their ARM location (<c>service-tag-regions.json</c>).</summary>
internal static class ServiceTagRegions
{
    private static readonly ServiceTagRegionsFile _file =
        KnowledgeFile.Read("service-tag-regions.json", KnowledgeJson.Default.ServiceTagRegionsFile);

    private static readonly Dictionary<string, string> _byLocation =
        new(_file.Regions, StringComparer.OrdinalIgnoreCase);

    /// <summary>Where the list comes from, and how sure it is. It may lack regions.</summary>
    public static SourcedFact Evidence => _file;

    /// <summary>The region's name in service tags: <c>norwaye</c> for <c>norwayeast</c>; the location itself where they agree.</summary>
    public static string For(string location) => _byLocation.GetValueOrDefault(location, location);
}

internal sealed record ServiceTagRegionsFile : SourcedFact
{
    public required IReadOnlyDictionary<string, string> Regions { get; init; }
}
