namespace AksEgress.Model;

/// <summary>The AKS cluster (<c>Microsoft.ContainerService/managedClusters</c>).</summary>
public sealed record Cluster : Node
{
    /// <summary>Default: the topology's name. 1 to 63 characters.</summary>
    public string? Name { get; init; }

    /// <summary>Prefix of the API server's host name; cannot be changed later. Default: the cluster's name, 1 to 54 characters.</summary>
    public string? DnsPrefix { get; init; }

    /// <summary>For instance <c>1.35</c>. Default: the version that AKS gives new clusters.</summary>
    public string? KubernetesVersion { get; init; }

    /// <summary>Default: <see cref="ClusterTier.Free"/>.</summary>
    public ClusterTier? Tier { get; init; }

    /// <summary>At least one Linux pool with mode System. Default: one such pool <c>system</c> of three nodes.</summary>
    public ValueList<NodePool>? NodePools { get; init; }

    /// <summary>Network profile.</summary>
    public ClusterNetwork? Network { get; init; }

    /// <summary>Default: <see cref="OutboundType.UserDefinedRouting"/>.</summary>
    public OutboundType? OutboundType { get; init; }

    /// <summary>The control plane's identity. Default: a user-assigned one.</summary>
    public ClusterIdentity? Identity { get; init; }

    /// <summary>Who may reach the API server, beside the firewall's own addresses. Default: nobody else. Not with a private cluster.</summary>
    public ValueList<Cidr>? AuthorizedIpRanges { get; init; }

    /// <summary>True adds every frontend of the firewall to the authorised ranges; nodes cannot reach the API server without. Default: true, except with a private cluster.</summary>
    public bool? AuthorizeFrontends { get; init; }

    /// <summary>True gives the API server a private address only. Default: false.</summary>
    public bool? PrivateCluster { get; init; }

    /// <summary>True when a pool runs Windows: the cluster has an administrator with a password then.</summary>
    internal bool HasWindowsNodes => NodePools?.Any(pool => pool.Os == NodePoolOs.Windows) == true;
}
