using AksEgress.Knowledge;
using AksEgress.Model;

namespace AksEgress.Resolution;

/// <summary>What each subnet is for, and which ones carry the cluster.</summary>
internal sealed class SubnetPlan
{
    private readonly Dictionary<string, Subnet> _byName = new(StringComparer.OrdinalIgnoreCase);

    public SubnetPlan(EgressTopology topology)
    {
        var pools = topology.Cluster?.NodePools ?? [];
        var named = pools.SelectMany(pool => pool.SubnetNames).ToHashSet(StringComparer.OrdinalIgnoreCase);
        All = [.. topology.Network.Subnets.Select(subnet => subnet with { Role = subnet.Role ?? RoleOf(subnet.Name, named) })];
        foreach (var subnet in All)
        {
            _byName.TryAdd(subnet.Name, subnet);
        }

        Firewall = All.FirstOrDefault(subnet => subnet.Role == SubnetRole.Firewall);
        FirstCluster = All.FirstOrDefault(subnet => subnet.Role == SubnetRole.Cluster);
        FirstIngress = All.FirstOrDefault(subnet => subnet.Role == SubnetRole.Ingress);
        var carrying = pools.Count == 0 && FirstCluster is not null
            ? [FirstCluster]
            : pools.SelectMany(pool => new[] { Find(pool.Subnet) ?? FirstCluster, Find(pool.PodSubnet) }).OfType<Subnet>().ToHashSet(ReferenceEqualityComparer.Instance);
        Workload = [.. All.Where(carrying.Contains)];
    }

    /// <summary>Every subnet, with its role.</summary>
    public ValueList<Subnet> All { get; }

    /// <summary>The subnets that carry nodes or pods.</summary>
    public IReadOnlyList<Subnet> Workload { get; }

    /// <summary>AzureFirewallSubnet.</summary>
    public Subnet? Firewall { get; }

    /// <summary>Where nodes go when nothing else is said.</summary>
    public Subnet? FirstCluster { get; }

    /// <summary>Where internal load balancers go when nothing else is said.</summary>
    public Subnet? FirstIngress { get; }

    /// <summary>The subnet of that name, or null.</summary>
    public Subnet? Find(string? name) => name is null ? null : _byName.GetValueOrDefault(name);

    /// <summary>A reference to a subnet as the subnet itself is spelled.</summary>
    public string? Spell(string? name) => Find(name)?.Name ?? name;

    private static SubnetRole RoleOf(string name, HashSet<string> clusterSubnets) =>
        name == Limits.Known.FirewallSubnet.Name ? SubnetRole.Firewall
        : name == Limits.Known.FirewallManagementSubnet.Name ? SubnetRole.FirewallManagement
        : clusterSubnets.Contains(name) ? SubnetRole.Cluster
        : SubnetRole.Other;
}
