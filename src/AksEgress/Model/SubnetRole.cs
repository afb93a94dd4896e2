namespace AksEgress.Model;

/// <summary>What a subnet is for.</summary>
public enum SubnetRole
{
    /// <summary>Nodes or pods of the cluster.</summary>
    Cluster,

    /// <summary>The firewall's data interface; Azure wants the name AzureFirewallSubnet.</summary>
    Firewall,

    /// <summary>The firewall's management interface; Azure wants the name AzureFirewallManagementSubnet.</summary>
    FirewallManagement,

    /// <summary>Frontends of internal load balancers.</summary>
    Ingress,

    /// <summary>Anything else.</summary>
    Other,
}
