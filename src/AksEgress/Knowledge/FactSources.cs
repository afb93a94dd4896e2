namespace AksEgress.Knowledge;

/// <summary>The sources of all facts (<c>sources.json</c>).</summary>
internal static class FactSources
{
    /// <summary>Every source, in the order of the file.</summary>
    public static IReadOnlyList<FactSource> All { get; } = KnowledgeFile.Read("sources.json", KnowledgeJson.Default.IReadOnlyListFactSource);

    /// <summary>The source with this key, or null. Upper and lower case differ.</summary>
    public static FactSource? Find(string key) => All.FirstOrDefault(source => source.Key == key);
}
