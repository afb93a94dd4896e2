namespace AksEgress.Model;

/// <summary>Where a route sends packets (<c>nextHopType</c>, API 2025-09-01).</summary>
public enum NextHopType
{
    /// <summary>To an appliance at an address: the firewall.</summary>
    VirtualAppliance,

    /// <summary>To a VPN gateway.</summary>
    VirtualNetworkGateway,

    /// <summary>Within the virtual network.</summary>
    VnetLocal,

    /// <summary>Straight out, past the firewall.</summary>
    Internet,

    /// <summary>Nowhere: dropped.</summary>
    None,
}
