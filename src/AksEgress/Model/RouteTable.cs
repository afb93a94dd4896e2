namespace AksEgress.Model;

/// <summary>A route table (<c>Microsoft.Network/routeTables</c>).</summary>
public sealed record RouteTable : Node
{
    /// <summary>Default: <c>&lt;name&gt;-fwrt</c>. 1 to 80 characters.</summary>
    public string? Name { get; init; }

    /// <summary>True keeps routes of gateways out of the subnets: with them on, on-premises ranges would pass by the firewall. Default: true.</summary>
    public bool? DisableBgpRoutePropagation { get; init; }

    /// <summary>Default: 0.0.0.0/0 to the firewall, and the routes that publicly load-balanced services need.</summary>
    public ValueList<Route>? Routes { get; init; }
}
