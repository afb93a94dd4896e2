namespace AksEgress.Model;

/// <summary>A Kubernetes Service that is reachable at a frontend of the firewall. Becomes a DNAT rule and a <see cref="LoadBalancerService"/> with one address.</summary>
public sealed record PublishedService : Node
{
    /// <summary>Name of the Kubernetes Service (DNS label, 1 to 63 characters).</summary>
    public required string Service { get; init => field = NotNull(value); }

    /// <summary>Kubernetes namespace; a manifest for it is written. Default: the one of <c>kubectl</c>, and no manifest.</summary>
    public string? Namespace { get; init; }

    /// <summary>Port at the frontend and of the Service, 1 to 63999.</summary>
    public required PortRange Port { get; init; }

    /// <summary>Port of the pods. Default: <see cref="Port"/>.</summary>
    public PortRange? TargetPort { get; init; }

    /// <summary>Default: TCP.</summary>
    public TransportProtocol? Protocol { get; init; }

    /// <summary>Default: <see cref="LoadBalancerKind.Internal"/>.</summary>
    public LoadBalancerKind? LoadBalancer { get; init; }

    /// <summary>
    /// The load balancer's address. Internal: a free address of <see cref="Subnet"/>; default: the highest one that is free. Public: the address of an existing
    /// static public IP in the cluster's node resource group; must be given.
    /// </summary>
    public Ipv4Address? Address { get; init; }

    /// <summary>Subnet of the internal address. Default: the one that holds <see cref="Address"/>, else the first with role ingress, else the first with role cluster.</summary>
    public string? Subnet { get; init; }

    /// <summary>Number of the firewall's frontend, from 1. Default: 1.</summary>
    public int? Frontend { get; init; }

    /// <summary>Who may come in. Default: everybody.</summary>
    public ValueList<AddressRange>? Source { get; init; }

    /// <summary>Labels of the pods. Default: <c>app: &lt;service&gt;</c>.</summary>
    public ValueList<Label>? Selector { get; init; }
}
