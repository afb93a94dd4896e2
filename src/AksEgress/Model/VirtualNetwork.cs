namespace AksEgress.Model;

/// <summary>The virtual network that holds firewall and cluster (<c>Microsoft.Network/virtualNetworks</c>).</summary>
public sealed record VirtualNetwork : Node
{
    /// <summary>Default: <c>&lt;name&gt;-vnet</c>. 2 to 64 characters.</summary>
    public string? Name { get; init; }

    /// <summary>Address spaces; every subnet lies in one of them.</summary>
    public required ValueList<Cidr> AddressSpace { get; init => field = NotNull(value); }

    /// <summary>DNS servers of everything in the network. Default: the firewall's private address when its DNS proxy is on, else empty (Azure's own DNS).</summary>
    public ValueList<Ipv4Address>? DnsServers { get; init; }

    /// <summary>The subnets.</summary>
    public required ValueList<Subnet> Subnets { get; init => field = NotNull(value); }

    /// <summary>Route tables. Default: one, <c>&lt;name&gt;-fwrt</c>, with the default route to the firewall.</summary>
    public ValueList<RouteTable>? RouteTables { get; init; }
}
