namespace AksEgress.Analysis;

/// <summary>What a capacity report reckons with.</summary>
public sealed record CapacityOptions
{
    /// <summary>Connections that each pod holds at once to the destination (address, port and protocol) that most go to: each takes a port of its own. Default: 1.</summary>
    public int ConnectionsPerPod { get; init; } = 1;

    /// <summary>Connections that each node holds to it beside those of its pods. Default: 0.</summary>
    public int ConnectionsPerNode { get; init; }

    /// <summary>The pods that run. Default: as many as the nodes take.</summary>
    public int? Pods { get; init; }

    /// <summary>The fewest instances, where the firewall is prescaled. Default: what Azure keeps.</summary>
    public int? LeastInstances { get; init; }

    /// <summary>The most instances, where the firewall is prescaled. Default: what Azure scales out to.</summary>
    public int? MostInstances { get; init; }
}
