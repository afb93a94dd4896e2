namespace AksEgress.Knowledge;

/// <summary>The service tags that Microsoft's overview lists (<c>service-tags.json</c>). New ones appear without notice.</summary>
internal static class ServiceTags
{
    private static readonly ServiceTagsFile _file = KnowledgeFile.Read("service-tags.json", KnowledgeJson.Default.ServiceTagsFile);

    private static readonly Dictionary<string, KnownServiceTag> _byName =
        _file.ServiceTags.ToDictionary(tag => tag.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Where the whole list comes from, and how sure it is.</summary>
    public static SourcedFact Evidence => _file;

    /// <summary>Every known tag, in the order of the file.</summary>
    public static IReadOnlyList<KnownServiceTag> All => _file.ServiceTags;

    /// <summary>True for the name of a tag, without a region. Upper and lower case are the same.</summary>
    public static bool IsName(string text) => _byName.ContainsKey(text);

    /// <summary>True for what stands in front of the dot in the names of tags: <c>AzureFrontDoor</c>.</summary>
    public static bool HasParts(string text) => All.Any(tag => tag.Name.Length > text.Length && tag.Name[text.Length] == '.' && tag.Name.StartsWith(text, StringComparison.OrdinalIgnoreCase));

    /// <summary>The tag that a rule or route refers to, with or without a region, or null. Upper and lower case are the same.</summary>
    /// <param name="reference">Such as <c>AzureMonitor</c> or <c>AzureCloud.eastus</c>; the region itself is not checked.</param>
    public static KnownServiceTag? Find(string reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        if (_byName.TryGetValue(reference, out var tag))
        {
            return tag;
        }

        var dot = reference.LastIndexOf('.');
        return dot > 0 && dot < reference.Length - 1 && _byName.TryGetValue(reference[..dot], out tag) && tag.Regional ? tag : null;
    }
}

/// <summary>A service tag.</summary>
/// <param name="Name">The tag without a region.</param>
/// <param name="Regional">Whether <c>.region</c> may follow; see <see cref="ServiceTagRegions"/> for the region's name.</param>
/// <param name="Firewall">Whether it may be the destination of an Azure Firewall rule. A source it can never be.</param>
/// <param name="Route">Whether it may be the address prefix of a route.</param>
internal sealed record KnownServiceTag(string Name, bool Regional, bool Firewall, bool Route);

internal sealed record ServiceTagsFile : SourcedFact
{
    public required IReadOnlyList<KnownServiceTag> ServiceTags { get; init; }
}
