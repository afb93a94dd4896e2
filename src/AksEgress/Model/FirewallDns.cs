namespace AksEgress.Model;

/// <summary>The firewall's DNS settings (<c>dnsSettings</c> of the policy).</summary>
public sealed record FirewallDns : Node
{
    /// <summary>True makes the firewall answer DNS on port 53. FQDNs in network rules need it. Default: true, except with tier Basic, which has none.</summary>
    public bool? Proxy { get; init; }

    /// <summary>Where the firewall asks. Default: empty, Azure's own DNS.</summary>
    public ValueList<Ipv4Address>? Servers { get; init; }
}
