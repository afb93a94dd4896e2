namespace AksEgress.Model;

/// <summary>A subnet (<c>virtualNetworks/subnets</c>).</summary>
public sealed record Subnet : Node
{
    /// <summary>What <see cref="RouteTable"/> says for "no table at all".</summary>
    public const string NoRouteTable = "none";

    /// <summary>1 to 80 characters, unique in the network. The firewall's subnets have fixed names.</summary>
    public required string Name { get; init => field = NotNull(value); }

    /// <summary>The subnet's addresses. Azure keeps the first four and the last for itself.</summary>
    public required Cidr Prefix { get; init; }

    /// <summary>Default: by the firewall's fixed subnet names; cluster where a node pool names it; else other.</summary>
    public SubnetRole? Role { get; init; }

    /// <summary>
    /// Name of the route table, or <see cref="NoRouteTable"/>. Default: the network's first table on subnets with nodes, pods or ingress, none elsewhere.
    /// </summary>
    public string? RouteTable { get; init; }

    /// <summary>Services that the subnet reaches directly, past route table and firewall. Default: none.</summary>
    public ValueList<ServiceEndpoint>? ServiceEndpoints { get; init; }
}
