namespace AksEgress.Model;

/// <summary>A user-defined route.</summary>
public sealed record Route : Node
{
    /// <summary>Default: <c>&lt;name&gt;-fwrn</c> for 0.0.0.0/0, <c>&lt;name&gt;-fwinternet</c> for the frontends. 1 to 80 characters, unique in the table.</summary>
    public string? Name { get; init; }

    /// <summary>Where the packets go that this route steers; the longest prefix wins.</summary>
    public required RouteDestination Prefix { get; init; }

    /// <summary>Default: <see cref="NextHopType.VirtualAppliance"/>.</summary>
    public NextHopType? NextHopType { get; init; }

    /// <summary>For <see cref="NextHopType.VirtualAppliance"/> only. Default: the firewall's private address.</summary>
    public Ipv4Address? NextHopIpAddress { get; init; }
}
