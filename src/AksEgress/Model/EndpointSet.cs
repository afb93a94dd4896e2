namespace AksEgress.Model;

/// <summary>Named sets of hosts and ports; their contents, with sources, are data in <c>Knowledge/endpoint-sets.json</c>.</summary>
public enum EndpointSet
{
    /// <summary>What AKS itself requires.</summary>
    Aks,

    /// <summary>The tunnel of clusters before konnectivity: UDP 1194 and TCP 9000 to the region.</summary>
    AksLegacyTunnel,

    /// <summary>GitHub's container registry.</summary>
    Ghcr,

    /// <summary>Docker Hub, anonymous pulls included.</summary>
    DockerHub,

    /// <summary>Microsoft's container registry.</summary>
    Mcr,

    /// <summary>Package updates of Ubuntu nodes.</summary>
    UbuntuUpdates,

    /// <summary>Time service of Ubuntu nodes; a network rule by host, so it needs the DNS proxy.</summary>
    UbuntuTime,

    /// <summary>Azure Monitor and Container Insights.</summary>
    AzureMonitor,

    /// <summary>The Azure Policy add-on.</summary>
    AzurePolicy,

    /// <summary>Microsoft Defender for Containers.</summary>
    Defender,

    /// <summary>The Key Vault provider of the secrets store CSI driver.</summary>
    KeyVault,

    /// <summary>Drivers of GPU nodes.</summary>
    Gpu,

    /// <summary>Windows nodes.</summary>
    Windows,

    /// <summary>Workload identity.</summary>
    WorkloadIdentity,

    /// <summary>Cluster extensions (Flux, Dapr, Backup …).</summary>
    AzureExtensions,

    /// <summary>The cost analysis add-on.</summary>
    CostAnalysis,
}
