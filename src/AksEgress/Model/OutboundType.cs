namespace AksEgress.Model;

/// <summary>How the cluster's outbound traffic leaves (<c>outboundType</c>).</summary>
public enum OutboundType
{
    /// <summary>By the subnet's route table: through the firewall.</summary>
    UserDefinedRouting,

    /// <summary>Through a load balancer of its own.</summary>
    LoadBalancer,

    /// <summary>Through a NAT gateway that AKS makes; not in a network of your own.</summary>
    ManagedNatGateway,

    /// <summary>Through the subnet's NAT gateway.</summary>
    UserAssignedNatGateway,

    /// <summary>AKS sets up nothing.</summary>
    None,
}
