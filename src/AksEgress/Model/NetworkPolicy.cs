namespace AksEgress.Model;

/// <summary>What enforces Kubernetes network policies.</summary>
public enum NetworkPolicy
{
    /// <summary>Azure network policy manager.</summary>
    Azure,

    /// <summary>Calico.</summary>
    Calico,

    /// <summary>Cilium; needs its data plane.</summary>
    Cilium,

    /// <summary>Nothing.</summary>
    None,
}
