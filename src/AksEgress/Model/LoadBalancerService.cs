namespace AksEgress.Model;

/// <summary>A Kubernetes Service of type LoadBalancer.</summary>
public sealed record LoadBalancerService : Node
{
    /// <summary>DNS label, 1 to 63 characters.</summary>
    public required string Name { get; init => field = NotNull(value); }

    /// <summary>Kubernetes namespace. Default: the one of <c>kubectl</c>.</summary>
    public string? Namespace { get; init; }

    /// <summary>Default: <see cref="LoadBalancerKind.Internal"/>.</summary>
    public LoadBalancerKind? LoadBalancer { get; init; }

    /// <summary>The fixed address. Default: the cluster picks one.</summary>
    public Ipv4Address? Address { get; init; }

    /// <summary>Subnet of an internal address. Default: the node subnet.</summary>
    public string? Subnet { get; init; }

    /// <summary>The ports; at least one.</summary>
    public required ValueList<ServicePort> Ports { get; init => field = NotNull(value); }

    /// <summary>
    /// Who may reach the load balancer. Behind DNAT that is the firewall, which hides the client. Default: the prefix of AzureFirewallSubnet for
    /// internal ones, everybody for public ones.
    /// </summary>
    public ValueList<Cidr>? SourceRanges { get; init; }

    /// <summary>Labels of the pods. Default: <c>app: &lt;name&gt;</c>.</summary>
    public ValueList<Label>? Selector { get; init; }
}
