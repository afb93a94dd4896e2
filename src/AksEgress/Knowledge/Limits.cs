using AksEgress.Model;

namespace AksEgress.Knowledge;

/// <summary>Azure's limits, reserved names and defaults (<c>limits.json</c>).</summary>
internal sealed record Limits
{
    /// <summary>The limits as Azure has them.</summary>
    public static Limits Known { get; } = KnowledgeFile.Read("limits.json", KnowledgeJson.Default.Limits);

    /// <summary>Priorities of rule collection groups and of rule collections; the lowest number comes first.</summary>
    public required LimitRange Priority { get; init; }

    /// <summary>Ports of application rules.</summary>
    public required LimitRange ApplicationRulePort { get; init; }

    /// <summary>Destination ports of DNAT rules.</summary>
    public required LimitRange DnatRulePort { get; init; }

    /// <summary>The most frontends (public IP addresses) of one firewall.</summary>
    public required Limit MaxFrontends { get; init; }

    /// <summary>The prefix length of the largest public IP prefix that a subscription gets without asking.</summary>
    public required Limit LargestPublicIPPrefix { get; init; }

    /// <summary>The subnet of the firewall.</summary>
    public required ReservedSubnet FirewallSubnet { get; init; }

    /// <summary>The subnet of the firewall's management interface.</summary>
    public required ReservedSubnet FirewallManagementSubnet { get; init; }

    /// <summary>How many addresses at the start of a subnet Azure keeps, the network address included.</summary>
    public required Limit ReservedAtSubnetStart { get; init; }

    /// <summary>How many addresses at the end of a subnet Azure keeps.</summary>
    public required Limit ReservedAtSubnetEnd { get; init; }

    /// <summary>The most authorised IP ranges of an API server that is not integrated in a virtual network.</summary>
    public required Limit MaxAuthorizedIPRanges { get; init; }

    /// <summary>Ranges that neither the network nor the services nor the pods of a cluster may overlap.</summary>
    public required AddressRanges ForbiddenRanges { get; init; }

    /// <summary>Private addresses.</summary>
    public required AddressRanges PrivateRanges { get; init; }

    /// <summary>Addresses that are neither private nor public.</summary>
    public required AddressRanges UnroutableRanges { get; init; }

    /// <summary>The ranges that a cluster uses when nothing else is said.</summary>
    public required ClusterRanges DefaultClusterRanges { get; init; }

    /// <summary>The built-in role that lets a cluster's identity join subnets and write routes.</summary>
    public required BuiltInRole NetworkContributor { get; init; }

    /// <summary>How many pods a node takes when nothing else is said.</summary>
    public required DefaultMaxPods DefaultMaxPods { get; init; }

    /// <summary>The groups that rules go into when nothing else is said.</summary>
    public required DefaultRuleCollectionGroups DefaultRuleCollectionGroups { get; init; }

    /// <summary>The subnet of a role that Azure finds by its name.</summary>
    public ReservedSubnet SubnetOf(SubnetRole role) => role == SubnetRole.Firewall ? FirewallSubnet : FirewallManagementSubnet;
}
