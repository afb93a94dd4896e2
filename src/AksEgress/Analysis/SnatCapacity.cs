namespace AksEgress.Analysis;

/// <summary>The firewall's ports for source translation, and what the cluster takes of them.</summary>
public sealed record SnatCapacity
{
    /// <summary>Public addresses.</summary>
    public required int Frontends { get; init; }

    /// <summary>The fewest instances.</summary>
    public required int LeastInstances { get; init; }

    /// <summary>The most instances.</summary>
    public required int MostInstances { get; init; }

    /// <summary>Ports to one destination on the fewest instances.</summary>
    public required long LeastPorts { get; init; }

    /// <summary>Ports to one destination on the most instances.</summary>
    public required long MostPorts { get; init; }

    /// <summary>The fewest nodes.</summary>
    public required int LeastNodes { get; init; }

    /// <summary>The most nodes, with those that an upgrade adds.</summary>
    public required int MostNodes { get; init; }

    /// <summary>The most pods.</summary>
    public required long Pods { get; init; }

    /// <summary>Connections at once to the destination that most go to.</summary>
    public required long Connections { get; init; }

    /// <summary>Whether the ports are enough for these.</summary>
    public required CapacityVerdict Verdict { get; init; }

    /// <summary>Public addresses that would be enough on the fewest instances; may be more than Azure takes.</summary>
    public required long FrontendsNeeded { get; init; }

    /// <summary>What to do, or that there is nothing to do.</summary>
    public required string Advice { get; init; }
}
