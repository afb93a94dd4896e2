namespace AksEgress.Model;

/// <summary>What a node pool is for.</summary>
public enum NodePoolMode
{
    /// <summary>AKS's own pods may run there.</summary>
    System,

    /// <summary>Workloads only.</summary>
    User,
}
