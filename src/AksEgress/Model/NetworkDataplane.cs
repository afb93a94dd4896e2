namespace AksEgress.Model;

/// <summary>What moves packets on the nodes.</summary>
public enum NetworkDataplane
{
    /// <summary>Azure's own.</summary>
    Azure,

    /// <summary>Cilium; Linux only.</summary>
    Cilium,
}
