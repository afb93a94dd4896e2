namespace AksEgress.Knowledge;

/// <summary>An Azure resource type and the API version to write it in; the source is that of the version.</summary>
internal sealed record ResourceType : SourcedFact
{
    /// <summary>The full type, such as <c>Microsoft.Network/virtualNetworks/subnets</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The stable API version to write it in.</summary>
    public required string ApiVersion { get; init; }

    /// <summary>Which names it takes; null for a resource that is named by a GUID.</summary>
    public required NameRule? Name { get; init; }
}
