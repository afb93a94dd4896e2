using System.Collections.Immutable;
using AksEgress.Model;

namespace AksEgress.Analysis.Evaluation;

/// <summary>What of an imported topology could not be read and may change an answer. Of documents and C# there is nothing.</summary>
internal sealed class Doubts
{
    private static readonly HashSet<string> _firewallSettings =
    [
        nameof(Firewall.Name), nameof(Firewall.Tier), nameof(Firewall.Zones), nameof(Firewall.Frontends), nameof(Firewall.ManagementPublicIpName), nameof(Firewall.ManagementConfigurationName),
        nameof(Firewall.PrivateIpAddress), nameof(Firewall.ThreatIntelMode), nameof(Firewall.Dns),
    ];

    private static readonly HashSet<string> _clusterSettings =
    [
        nameof(Cluster.Name), nameof(Cluster.DnsPrefix), nameof(Cluster.KubernetesVersion), nameof(Cluster.Tier), nameof(Cluster.OutboundType), nameof(Cluster.AuthorizedIpRanges),
        nameof(Cluster.AuthorizeFrontends), nameof(Cluster.PrivateCluster), nameof(Cluster.Identity), nameof(NodePool.Mode), nameof(NodePool.Os), nameof(NodePool.Count), nameof(NodePool.MinCount),
        nameof(NodePool.MaxCount), nameof(NodePool.VmSize), nameof(NodePool.MaxPods), nameof(NodePool.Zones), nameof(NodePool.EnableNodePublicIp), nameof(ClusterNetwork.Dataplane),
        nameof(ClusterNetwork.Policy), nameof(ClusterNetwork.DnsServiceIp),
    ];

    public Doubts(EgressTopology topology)
    {
        var firewall = topology.Firewall!;
        var policy = firewall.Policy!;
        var cluster = topology.Cluster!;
        var own = Of(firewall.Origin).Concat(Of(policy.Origin)).ToList();
        var settings = own.Where(member => _firewallSettings.Contains(member.Name)).Concat(Of(firewall.Dns!.Origin)).Concat(Of(firewall.Frontends!.Origin)).ToList();
        AtFirewall =
        [
            .. own.Except(settings)
                .Concat(policy.RuleCollectionGroups!.SelectMany(group => Of(group.Origin).Concat(group.Collections.SelectMany(collection => Of(collection.Origin)))))
                .Where(member => member.Effect == UnreadableEffect.Changes).Select(Text).Distinct(),
        ];
        Assumed =
        [
            .. settings.Concat(own.Concat(Of(cluster.Origin)).Where(member => member.Effect == UnreadableEffect.Assumed)).Select(Text).Distinct(),
        ];
        Inside = [.. Of(topology.Network.Origin).Where(member => member.Name != nameof(VirtualNetwork.DnsServers)).Select(Text).Distinct()];
        var subnets = topology.Network.Subnets.Select(subnet => subnet.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Pods =
        [
            .. Of(cluster.Origin).Concat(Of(cluster.Network!.Origin)).Concat(cluster.NodePools!.SelectMany(pool => Of(pool.Origin)))
                .Where(member => member.Effect == UnreadableEffect.Changes && !_clusterSettings.Contains(member.Name)).Select(Text).Distinct(),
            .. cluster.NodePools!.Where(pool => (pool.PodSubnet ?? pool.Subnet) is not { } name || !subnets.Contains(name)).Select(pool => $"the subnet of node pool '{pool.Name}' is not in the source"),
        ];
    }

    /// <summary>What may decide about any flow at the firewall.</summary>
    public ImmutableArray<string> AtFirewall { get; }

    /// <summary>What is taken for granted of the firewall.</summary>
    public ImmutableArray<string> Assumed { get; }

    /// <summary>What may decide about flows to private addresses.</summary>
    public ImmutableArray<string> Inside { get; }

    /// <summary>What may decide where pods are.</summary>
    public ImmutableArray<string> Pods { get; }

    /// <summary>True when the same may decide.</summary>
    public bool IsSameAs(Doubts other) => AtFirewall.SequenceEqual(other.AtFirewall) && Inside.SequenceEqual(other.Inside) && Pods.SequenceEqual(other.Pods);

    /// <summary>What may decide about flows from a subnet, and whether it can only deny.</summary>
    public static ImmutableArray<(string Text, bool DeniesOnly)> OfSubnet(Subnet subnet, RouteTable? table) =>
    [
        .. Of(subnet.Origin).Where(member => member.Effect is UnreadableEffect.Changes or UnreadableEffect.Denies).Select(member => (Text(member), member.Effect == UnreadableEffect.Denies)),
        .. table is null ? [] : Of(table.Origin).Concat(table.Routes!.SelectMany(route => Of(route.Origin))).Select(member => (Text(member), false)),
    ];

    /// <summary>What may decide about flows from a subnet to private addresses outside of the network.</summary>
    public static ImmutableArray<string> OfGateways(Subnet subnet) => [.. Of(subnet.Origin).Where(member => member.Effect == UnreadableEffect.Announces).Select(Text)];

    /// <summary>What of a rule could not be read, so that it may match; null where all was.</summary>
    public static string? OfRule(Node rule) => Of(rule.Origin).Select(Text).FirstOrDefault();

    /// <summary>What could not be read may decide either way.</summary>
    public static void Add(ImmutableArray<string> doubts, FlowStage stage, RouteChoice? route, ref CaseList cases)
    {
        foreach (var doubt in doubts)
        {
            cases.Add(new Unknown(UnknownKind.Unread, doubt), new(stage, true, null, route));
            cases.Add(new Unknown(UnknownKind.Unread, doubt), new(stage, false, null, route));
        }
    }

    private static IEnumerable<OriginMember> Of(Origin origin) => origin.UnreadableMembers.Where(member => member.Reason is not null);

    private static string Text(OriginMember member) => member.Reason!.TrimEnd('.');
}
