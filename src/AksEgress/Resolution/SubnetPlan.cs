using AksEgress.Knowledge;
using AksEgress.Model;

namespace AksEgress.Resolution;

/// <summary>What each subnet is for, and which ones carry the cluster.</summary>
internal sealed class SubnetPlan
{
    private readonly Dictionary<string, Subnet> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<Cidr, Subnet> _byPrefix = [];
    private readonly HashSet<Subnet> _carrying;

    public SubnetPlan(EgressTopology topology)
    {
        var pools = topology.Cluster?.NodePools ?? [];
        var named = pools.SelectMany(pool => pool.SubnetNames).ToHashSet(StringComparer.OrdinalIgnoreCase);
        All = [.. topology.Network.Subnets.Select(subnet => subnet with { Role = subnet.Role ?? RoleOf(subnet.Name, named) })];
        foreach (var subnet in All)
        {
            _byName.TryAdd(subnet.Name, subnet);
            _byPrefix.TryAdd(subnet.Prefix, subnet);
        }

        Firewall = All.FirstOrDefault(subnet => subnet.Role == SubnetRole.Firewall);
        FirstCluster = All.FirstOrDefault(subnet => subnet.Role == SubnetRole.Cluster);
        FirstIngress = All.FirstOrDefault(subnet => subnet.Role == SubnetRole.Ingress);
        _carrying = pools.Count == 0 && FirstCluster is not null
            ? [FirstCluster]
            : pools.SelectMany(pool => new[] { Find(pool.Subnet) ?? FirstCluster, Find(pool.PodSubnet) }).OfType<Subnet>().ToHashSet<Subnet>(ReferenceEqualityComparer.Instance);
        Workload = [.. All.Where(_carrying.Contains)];
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

    /// <summary>True for a subnet of <see cref="Workload"/>.</summary>
    public bool Carries(Subnet subnet) => _carrying.Contains(subnet);

    /// <summary>The smallest subnet with the address, or null.</summary>
    public Subnet? Holding(Ipv4Address address)
    {
        for (var length = 32; length >= 0; length--)
        {
            // A shift by 32 would be one by 0.
            var mask = length == 0 ? 0 : uint.MaxValue << (32 - length);
            if (_byPrefix.TryGetValue(new(new(address.Value & mask), length), out var subnet))
            {
                return subnet;
            }
        }

        return null;
    }

    private static SubnetRole RoleOf(string name, HashSet<string> clusterSubnets) =>
        name == Limits.Known.FirewallSubnet.Name ? SubnetRole.Firewall
        : name == Limits.Known.FirewallManagementSubnet.Name ? SubnetRole.FirewallManagement
        : clusterSubnets.Contains(name) ? SubnetRole.Cluster
        : SubnetRole.Other;
}
