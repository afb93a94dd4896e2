namespace AksEgress.Model;

/// <summary>Tier of the control plane.</summary>
public enum ClusterTier
{
    /// <summary>No uptime agreement.</summary>
    Free,

    /// <summary>With an uptime agreement.</summary>
    Standard,

    /// <summary>Standard, with long-term support of Kubernetes versions (<c>supportPlan: AKSLongTermSupport</c>).</summary>
    Premium,
}
