namespace AksEgress.Model;

/// <summary>Network plugin of the cluster.</summary>
public enum NetworkPlugin
{
    /// <summary>Azure CNI.</summary>
    Azure,

    /// <summary>kubenet; AKS stops supporting it on 2028-03-31.</summary>
    Kubenet,

    /// <summary>Bring your own.</summary>
    None,
}
