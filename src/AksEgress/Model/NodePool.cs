namespace AksEgress.Model;

/// <summary>A node pool (<c>agentPoolProfiles</c>).</summary>
public sealed record NodePool : Node
{
    /// <summary>Lower-case letters and digits, 1 to 12 characters, 1 to 6 for Windows.</summary>
    public required string Name { get; init => field = NotNull(value); }

    /// <summary>Default: System for the first Linux pool, else User.</summary>
    public NodePoolMode? Mode { get; init; }

    /// <summary>Default: Linux.</summary>
    public NodePoolOs? Os { get; init; }

    /// <summary>Number of nodes, 1 to 1000 for System, 0 to 1000 for User. Default: 3, or <see cref="MinCount"/>.</summary>
    public int? Count { get; init; }

    /// <summary>Least number of nodes; with <see cref="MaxCount"/> turns the autoscaler on. Default: none.</summary>
    public int? MinCount { get; init; }

    /// <summary>Greatest number of nodes. Default: none.</summary>
    public int? MaxCount { get; init; }

    /// <summary>Size of the virtual machines. Default: <c>Standard_D4ds_v5</c>.</summary>
    public string? VmSize { get; init; }

    /// <summary>Greatest number of pods on a node, 10 to 250. Default: AKS's own for the plugin (overlay 250, node subnet 30, pod subnet and kubenet 110).</summary>
    public int? MaxPods { get; init; }

    /// <summary>Availability zones. Default: none named.</summary>
    public ValueList<int>? Zones { get; init; }

    /// <summary>Subnet of the nodes. Default: the first with role cluster.</summary>
    public string? Subnet { get; init; }

    /// <summary>Subnet of the pods, for Azure CNI without overlay. Default: none.</summary>
    public string? PodSubnet { get; init; }

    /// <summary>True gives every node a public address of its own, which is none of the firewall's. Default: false.</summary>
    public bool? EnableNodePublicIp { get; init; }

    /// <summary>The subnets of the nodes and of the pods, where they are named.</summary>
    internal IEnumerable<string> SubnetNames => new[] { Subnet, PodSubnet }.OfType<string>();
}
