namespace AksEgress.Model;

/// <summary>Network Contributor on one resource: exactly one of <see cref="Subnet"/> and <see cref="RouteTable"/>.</summary>
public sealed record RoleAssignment : Node
{
    /// <summary>The subnet's name.</summary>
    public string? Subnet { get; init; }

    /// <summary>The route table's name.</summary>
    public string? RouteTable { get; init; }
}
