namespace AksEgress.Model;

/// <summary>How the cluster's load balancer receives traffic that the firewall translated.</summary>
public enum LoadBalancerKind
{
    /// <summary>At a private address; the way back is symmetric by itself.</summary>
    Internal,

    /// <summary>At a public address; needs routes that send replies to the firewall's frontends straight out.</summary>
    Public,
}
