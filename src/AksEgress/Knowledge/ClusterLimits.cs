namespace AksEgress.Knowledge;

/// <summary>What AKS, its networks and their routes take (<c>cluster-limits.json</c>).</summary>
internal sealed record ClusterLimits
{
    /// <summary>The limits as Azure has them.</summary>
    public static ClusterLimits Known { get; } = KnowledgeFile.Read("cluster-limits.json", KnowledgeJson.Default.ClusterLimits);

    /// <summary>How many pods a node may be set to.</summary>
    public required LimitRange MaxPodsPerNode { get; init; }

    /// <summary>The fewest pods that a pool with mode System has room for on all its nodes.</summary>
    public required Limit MinSystemPoolPods { get; init; }

    /// <summary>Machines that AKS does not support in a pool with mode System.</summary>
    public required VmSizeSeries BurstableVmSizes { get; init; }

    /// <summary>How many nodes a pool may have.</summary>
    public required LimitRange NodeCount { get; init; }

    /// <summary>The fewest nodes of a pool with mode System.</summary>
    public required Limit MinSystemPoolNodes { get; init; }

    /// <summary>The fewest nodes that Microsoft advises for a pool with mode System.</summary>
    public required Limit RecommendedSystemPoolNodes { get; init; }

    /// <summary>The most nodes of a cluster with kubenet: each takes a route.</summary>
    public required Limit MaxKubenetNodes { get; init; }

    /// <summary>The prefix length of what each node takes from the pod range, with overlay and kubenet.</summary>
    public required Limit NodePodPrefixLength { get; init; }

    /// <summary>How many nodes more an upgrade makes, in per cent of the pool, rounded up.</summary>
    public required Limit DefaultMaxSurgePercent { get; init; }

    /// <summary>The shortest prefix length of the range of Services; of this one, sources say both that it is taken and that it is not.</summary>
    public required Limit ShortestServicePrefix { get; init; }

    /// <summary>The most routes of a route table.</summary>
    public required Limit MaxRoutesPerTable { get; init; }

    /// <summary>The most routes of a route table that are for service tags.</summary>
    public required Limit MaxServiceTagRoutesPerTable { get; init; }

    /// <summary>The port of DNS.</summary>
    public required Limit DnsPort { get; init; }

    /// <summary>The most DNS servers of a virtual network.</summary>
    public required Limit MaxDnsServers { get; init; }

    /// <summary>Azure's own DNS server, which no route steers.</summary>
    public required KnownAddress AzureDns { get; init; }

    /// <summary>Where Windows is activated.</summary>
    public required KnownEndpoint WindowsActivation { get; init; }

    /// <summary>The last day of kubenet.</summary>
    public required Retirement KubenetRetirement { get; init; }

    /// <summary>The minor versions of Kubernetes that AKS supports.</summary>
    public required KubernetesVersions KubernetesVersions { get; init; }
}
