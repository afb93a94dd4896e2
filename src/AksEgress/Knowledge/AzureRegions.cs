using AksEgress.Model;

namespace AksEgress.Knowledge;

/// <summary>Regions of the clouds by their ARM names (<c>azure-regions.json</c>). New ones open without notice.</summary>
internal sealed record AzureRegions
{
    /// <summary>The regions as Microsoft lists them.</summary>
    public static AzureRegions Known { get; } = KnowledgeFile.Read("azure-regions.json", KnowledgeJson.Default.AzureRegions);

    /// <summary>Regions of the global cloud.</summary>
    public required RegionList Public { get; init; }

    /// <summary>Regions of Azure Government.</summary>
    public required RegionList UsGovernment { get; init; }

    /// <summary>Regions of Azure operated by 21Vianet.</summary>
    public required RegionList China { get; init; }

    /// <summary>The regions of all clouds.</summary>
    public IEnumerable<string> All => [.. Public.Names, .. UsGovernment.Names, .. China.Names];

    /// <summary>The cloud that has the region, or null for one that is not listed.</summary>
    public AzureCloud? CloudOf(string location) =>
        Public.Names.Contains(location) ? AzureCloud.Public
        : UsGovernment.Names.Contains(location) ? AzureCloud.UsGovernment
        : China.Names.Contains(location) ? AzureCloud.China
        : null;
}

/// <summary>Regions of one cloud.</summary>
internal sealed record RegionList : SourcedFact
{
    /// <summary>Their ARM names.</summary>
    public required IReadOnlyList<string> Names { get; init; }
}
