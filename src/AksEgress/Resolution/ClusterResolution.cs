using AksEgress.Knowledge;
using AksEgress.Model;

namespace AksEgress.Resolution;

/// <summary>Defaults of the cluster, its pools and its network profile.</summary>
internal static class ClusterResolution
{
    public static Cluster Resolve(EgressTopology topology, SubnetPlan subnets)
    {
        var said = topology.Cluster ?? new Cluster { Origin = topology.Origin.Derived };
        var pools = said.NodePools ?? [new() { Name = "system", Origin = said.Origin.Derived }];
        var network = ResolveNetwork(said, pools);
        var name = said.Name ?? topology.Stem;
        var isPrivate = said.PrivateCluster ?? false;
        var systemPool = pools.Any(pool => pool.Mode == NodePoolMode.System) ? null : pools.FirstOrDefault(pool => pool is { Mode: null, Os: null or NodePoolOs.Linux });
        return said with
        {
            Name = name,
            DnsPrefix = said.DnsPrefix ?? name,
            Tier = said.Tier ?? ClusterTier.Free,
            NodePools = [.. pools.Select(pool => Resolve(pool, ReferenceEquals(pool, systemPool), network, subnets))],
            Network = network,
            OutboundType = said.OutboundType ?? OutboundType.UserDefinedRouting,
            AuthorizedIpRanges = said.AuthorizedIpRanges ?? [],
            AuthorizeFrontends = said.AuthorizeFrontends ?? !isPrivate,
            PrivateCluster = isPrivate,
        };
    }

    private static NodePool Resolve(NodePool pool, bool isSystem, ClusterNetwork network, SubnetPlan subnets) => pool with
    {
        Mode = pool.Mode ?? (isSystem ? NodePoolMode.System : NodePoolMode.User),
        Os = pool.Os ?? NodePoolOs.Linux,
        Count = pool.Count ?? pool.MinCount ?? 3,
        VmSize = pool.VmSize ?? "Standard_D4ds_v5",
        MaxPods = pool.MaxPods ?? DefaultMaxPods(pool, network),
        Zones = pool.Zones ?? [],
        Subnet = subnets.Spell(pool.Subnet) ?? subnets.FirstCluster?.Name,
        PodSubnet = subnets.Spell(pool.PodSubnet),
        EnableNodePublicIp = pool.EnableNodePublicIp ?? false,
    };

    private static int DefaultMaxPods(NodePool pool, ClusterNetwork network)
    {
        var defaults = Limits.Known.DefaultMaxPods;
        return network switch
        {
            { Plugin: NetworkPlugin.Azure, PluginMode: NetworkPluginMode.Overlay } => defaults.Overlay,
            { Plugin: NetworkPlugin.Azure } when pool.PodSubnet is not null => defaults.PodSubnet,
            { Plugin: NetworkPlugin.Azure } => defaults.NodeSubnet,
            _ => defaults.Kubenet,
        };
    }

    private static ClusterNetwork ResolveNetwork(Cluster cluster, ValueList<NodePool> pools)
    {
        var said = cluster.Network ?? new ClusterNetwork { Origin = cluster.Origin.Derived };
        var plugin = said.Plugin ?? NetworkPlugin.Azure;
        var isAzure = plugin == NetworkPlugin.Azure;
        var mode = said.PluginMode ?? (!isAzure ? null : pools.Any(pool => pool.PodSubnet is not null) ? NetworkPluginMode.NodeSubnet : NetworkPluginMode.Overlay);
        var dataplane = said.Dataplane ?? (!isAzure ? null : pools.Any(pool => pool.Os == NodePoolOs.Windows) ? NetworkDataplane.Azure : NetworkDataplane.Cilium);
        var ranges = Limits.Known.DefaultClusterRanges;
        var hasPodRange = plugin == NetworkPlugin.Kubenet || mode == NetworkPluginMode.Overlay;
        var serviceCidr = said.ServiceCidr ?? Cidr.Parse(ranges.ServiceCidr);
        return said with
        {
            Plugin = plugin,
            PluginMode = mode,
            Dataplane = dataplane,
            Policy = said.Policy ?? DefaultPolicy(plugin, dataplane),
            PodCidr = said.PodCidr ?? (hasPodRange ? Cidr.Parse(ranges.PodCidr) : null),
            ServiceCidr = serviceCidr,
            DnsServiceIp = said.DnsServiceIp ?? DnsServiceIn(serviceCidr, ranges),
        };
    }

    private static NetworkPolicy DefaultPolicy(NetworkPlugin plugin, NetworkDataplane? dataplane) => (plugin, dataplane) switch
    {
        (_, NetworkDataplane.Cilium) => NetworkPolicy.Cilium,
        (NetworkPlugin.Azure, _) => NetworkPolicy.Azure,
        (NetworkPlugin.Kubenet, _) => NetworkPolicy.Calico,
        _ => NetworkPolicy.None,
    };

    /// <summary>At the same place in the range as in AKS's own default: 10.0.0.10 in 10.0.0.0/16.</summary>
    private static Ipv4Address? DnsServiceIn(Cidr serviceCidr, ClusterRanges ranges)
    {
        var offset = Ipv4Address.Parse(ranges.DnsServiceIP).Value - Cidr.Parse(ranges.ServiceCidr).First.Value;
        return offset < serviceCidr.Count ? serviceCidr.First.Plus((int)offset) : null;
    }
}
