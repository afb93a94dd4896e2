namespace AksEgress.Model;

/// <summary>The control plane's identity.</summary>
public sealed record ClusterIdentity : Node
{
    /// <summary>Default: <see cref="ClusterIdentityType.UserAssigned"/>.</summary>
    public ClusterIdentityType? Type { get; init; }

    /// <summary>Name of the user-assigned identity. Default: <c>&lt;name&gt;-identity</c>.</summary>
    public string? Name { get; init; }

    /// <summary>What the identity may do where. Default: Network Contributor on the subnets with nodes, pods or load balancers and on their route tables.</summary>
    public ValueList<RoleAssignment>? RoleAssignments { get; init; }
}
