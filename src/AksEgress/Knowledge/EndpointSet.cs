using System.Text.Json.Serialization;
using AksEgress.Model;

namespace AksEgress.Knowledge;

/// <summary>A named group of endpoints that a document allows with one word.</summary>
internal sealed record EndpointSet
{
    /// <summary>The word: lower-case letters, digits and hyphens.</summary>
    public required string Name { get; init; }

    /// <summary>A heading.</summary>
    public required string Title { get; init; }

    /// <summary>One sentence on what the set is for.</summary>
    public required string Description { get; init; }

    /// <summary>The system of the nodes that it is for; null for all nodes and pods.</summary>
    [JsonConverter(typeof(NamedEnumConverter<NodePoolOs>))]
    public NodePoolOs? Nodes { get; init; }

    [JsonInclude]
    internal IReadOnlyList<Endpoint> EveryCloud { get; init => field = value ?? []; } = [];

    [JsonInclude]
    internal CloudEndpoints? Public { get; init; }

    [JsonInclude]
    internal CloudEndpoints? UsGovernment { get; init; }

    [JsonInclude]
    internal CloudEndpoints? China { get; init; }

    /// <summary>What the set holds in a cloud: first what all clouds share, then the cloud's own.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cloud"/> is no cloud.</exception>
    public CloudEndpoints For(AzureCloud cloud)
    {
        var own = cloud switch
        {
            AzureCloud.Public => Public,
            AzureCloud.UsGovernment => UsGovernment,
            AzureCloud.China => China,
            _ => throw new ArgumentOutOfRangeException(nameof(cloud), cloud, "Not an Azure cloud."),
        };
        return own is { Endpoints: null } ? own : new() { Endpoints = [.. EveryCloud, .. own?.Endpoints ?? []] };
    }
}

/// <summary>What an <see cref="EndpointSet"/> holds in one cloud.</summary>
internal sealed record CloudEndpoints
{
    /// <summary>The endpoints; null when the set has nothing in this cloud.</summary>
    public required IReadOnlyList<Endpoint>? Endpoints { get; init; }

    /// <summary>Why there is nothing; null exactly when there are endpoints.</summary>
    public Reason? Reason { get; init; }
}

/// <summary>Why a set has nothing in a cloud.</summary>
internal sealed record Reason : SourcedFact
{
    /// <summary>One sentence.</summary>
    public required string Text { get; init; }
}
