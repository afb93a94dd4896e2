namespace AksEgress.Model;

/// <summary>Where Azure CNI takes the pods' addresses from.</summary>
public enum NetworkPluginMode
{
    /// <summary>From a range of its own.</summary>
    Overlay,

    /// <summary>From the node subnet, or the pool's pod subnet (no <c>networkPluginMode</c> in the template).</summary>
    NodeSubnet,
}
