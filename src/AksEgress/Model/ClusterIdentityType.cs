namespace AksEgress.Model;

/// <summary>Kind of the control plane's identity.</summary>
public enum ClusterIdentityType
{
    /// <summary>Exists before the cluster, so that its rights do too.</summary>
    UserAssigned,

    /// <summary>Comes with the cluster; its rights only after it. Not with kubenet and a route table.</summary>
    SystemAssigned,
}
