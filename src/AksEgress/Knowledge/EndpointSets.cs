namespace AksEgress.Knowledge;

/// <summary>The sets that a document may name under <c>allow</c> (<c>endpoint-sets.json</c>).</summary>
internal static class EndpointSets
{
    /// <summary>Every set, in the order of the file.</summary>
    public static IReadOnlyList<EndpointSet> All { get; } =
        KnowledgeFile.Read("endpoint-sets.json", KnowledgeJson.Default.IReadOnlyListEndpointSet);

    /// <summary>The set with this name, or null. Upper and lower case differ.</summary>
    public static EndpointSet? Find(string name) => All.FirstOrDefault(set => set.Name == name);
}
