using AksEgress.Model;

namespace AksEgress.Parsing;

/// <summary>The cluster.</summary>
internal static class ClusterReader
{
    public static Cluster Read(MappingReader reader) => new()
    {
        Name = reader.Text(nameof(Cluster.Name)),
        DnsPrefix = reader.Text(nameof(Cluster.DnsPrefix)),
        KubernetesVersion = reader.Text(nameof(Cluster.KubernetesVersion)),
        Tier = reader.Choice<ClusterTier>(nameof(Cluster.Tier)),
        NodePools = reader.Nodes(nameof(Cluster.NodePools), ReadPool),
        Network = reader.Node(nameof(Cluster.Network), ReadNetwork),
        OutboundType = reader.Choice<OutboundType>(nameof(Cluster.OutboundType)),
        Identity = reader.Node(nameof(Cluster.Identity), ReadIdentity),
        AuthorizedIpRanges = reader.Values<Cidr>(nameof(Cluster.AuthorizedIpRanges)),
        AuthorizeFrontends = reader.Flag(nameof(Cluster.AuthorizeFrontends)),
        PrivateCluster = reader.Flag(nameof(Cluster.PrivateCluster)),
        Origin = reader.Finish(),
    };

    private static NodePool ReadPool(MappingReader reader) => new()
    {
        Name = reader.RequiredText(nameof(NodePool.Name)),
        Mode = reader.Choice<NodePoolMode>(nameof(NodePool.Mode)),
        Os = reader.Choice<NodePoolOs>(nameof(NodePool.Os)),
        Count = reader.Integer(nameof(NodePool.Count)),
        MinCount = reader.Integer(nameof(NodePool.MinCount)),
        MaxCount = reader.Integer(nameof(NodePool.MaxCount)),
        VmSize = reader.Text(nameof(NodePool.VmSize)),
        MaxPods = reader.Integer(nameof(NodePool.MaxPods)),
        Zones = reader.Integers(nameof(NodePool.Zones)),
        Subnet = reader.Text(nameof(NodePool.Subnet)),
        PodSubnet = reader.Text(nameof(NodePool.PodSubnet)),
        EnableNodePublicIp = reader.Flag(nameof(NodePool.EnableNodePublicIp)),
        Origin = reader.Finish(),
    };

    private static ClusterNetwork ReadNetwork(MappingReader reader) => new()
    {
        Plugin = reader.Choice<NetworkPlugin>(nameof(ClusterNetwork.Plugin)),
        PluginMode = reader.Choice<NetworkPluginMode>(nameof(ClusterNetwork.PluginMode)),
        Dataplane = reader.Choice<NetworkDataplane>(nameof(ClusterNetwork.Dataplane)),
        Policy = reader.Choice<NetworkPolicy>(nameof(ClusterNetwork.Policy)),
        PodCidr = reader.Value<Cidr>(nameof(ClusterNetwork.PodCidr)),
        ServiceCidr = reader.Value<Cidr>(nameof(ClusterNetwork.ServiceCidr)),
        DnsServiceIp = reader.Value<Ipv4Address>(nameof(ClusterNetwork.DnsServiceIp)),
        Origin = reader.Finish(),
    };

    private static ClusterIdentity ReadIdentity(MappingReader reader) => new()
    {
        Type = reader.Choice<ClusterIdentityType>(nameof(ClusterIdentity.Type)),
        Name = reader.Text(nameof(ClusterIdentity.Name)),
        RoleAssignments = reader.Nodes(nameof(ClusterIdentity.RoleAssignments), ReadRoleAssignment),
        Origin = reader.Finish(),
    };

    private static RoleAssignment ReadRoleAssignment(MappingReader reader) => new()
    {
        Subnet = reader.Text(nameof(RoleAssignment.Subnet)),
        RouteTable = reader.Text(nameof(RoleAssignment.RouteTable)),
        Origin = reader.Finish(),
    };
}
