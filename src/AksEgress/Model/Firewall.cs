namespace AksEgress.Model;

/// <summary>The firewall (<c>Microsoft.Network/azureFirewalls</c>), its public frontends and its policy.</summary>
public sealed record Firewall : Node
{
    /// <summary>Default: <c>&lt;name&gt;-fw</c>. 1 to 56 characters.</summary>
    public string? Name { get; init; }

    /// <summary>Default: <see cref="FirewallTier.Standard"/>.</summary>
    public FirewallTier? Tier { get; init; }

    /// <summary>Availability zones of the firewall and of its public addresses. Default: none named, the region's own behaviour.</summary>
    public ValueList<int>? Zones { get; init; }

    /// <summary>The public addresses. Default: one. Production wants 20 or more against SNAT port exhaustion (the AKS article).</summary>
    public Frontends? Frontends { get; init; }

    /// <summary>Public address of the management interface. Default: <c>&lt;name&gt;-fwmgmtpublicip</c> where there is a management subnet, else none.</summary>
    public string? ManagementPublicIpName { get; init; }

    /// <summary>IP configuration of the management interface. Default: <c>&lt;name&gt;-fwmgmtconfig</c> where there is a management subnet, else none.</summary>
    public string? ManagementConfigurationName { get; init; }

    /// <summary>
    /// The address that Azure will give the firewall. Default: the fourth address of AzureFirewallSubnet, the first that Azure hands out. A
    /// prediction: the deployment stops when Azure gave another one.
    /// </summary>
    public Ipv4Address? PrivateIpAddress { get; init; }

    /// <summary>Default: <see cref="ThreatIntelMode.Alert"/>.</summary>
    public ThreatIntelMode? ThreatIntelMode { get; init; }

    /// <summary>DNS proxy. Default: on, except with tier Basic.</summary>
    public FirewallDns? Dns { get; init; }

    /// <summary>The policy with its rules.</summary>
    public FirewallPolicy? Policy { get; init; }
}
