using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;

namespace AksEgress.Import;

/// <summary>The cluster with its pools. What a template leaves out is what Azure makes of it, not what documents make of it.</summary>
internal sealed class ClusterImport(ImportContext context, NetworkImport network, FrontendImport frontends)
{
    private const string AgentPools = "Microsoft.ContainerService/managedClusters/agentPools";

    /// <summary>The cluster.</summary>
    public Cluster Read(ArmReader reader)
    {
        var pools = reader.Objects("agentPoolProfiles", nameof(Cluster.NodePools))
            .Concat(context.Resources.ChildrenOf(reader.Resource.Id, AgentPools).Select(child => new ArmReader(child, context)))
            .Select(ReadPool).DistinctBy(pool => pool.Name, StringComparer.OrdinalIgnoreCase).ToList();
        var profile = reader.Object("networkProfile", nameof(Cluster.Network));
        var outbound = profile?.Choice<OutboundType>("outboundType", nameof(Cluster.OutboundType)) ?? OutboundType.LoadBalancer;
        var access = reader.Object("apiServerAccessProfile", nameof(Cluster.AuthorizedIpRanges));
        var isPrivate = access?.Flag("enablePrivateCluster", nameof(Cluster.PrivateCluster)) ?? false;
        var (ranges, hasFrontends) = access is null ? ([], false) : ReadRanges(reader, access);
        access?.FinishPart("apiServerAccess");
        var tier = reader.Object("sku", nameof(Cluster.Tier))?.Choice<ClusterTier>("tier", nameof(Cluster.Tier));
        return new()
        {
            Name = reader.Resource.OwnName,
            DnsPrefix = reader.Text("dnsPrefix", nameof(Cluster.DnsPrefix)) ?? reader.Text("fqdnSubdomain", nameof(Cluster.DnsPrefix)),
            KubernetesVersion = reader.Text("kubernetesVersion", nameof(Cluster.KubernetesVersion)),
            Tier = tier ?? ClusterTier.Free,
            NodePools = [.. pools],
            Network = profile is null ? null : ReadProfile(profile),
            OutboundType = outbound,
            AuthorizedIpRanges = ranges,
            AuthorizeFrontends = hasFrontends,
            PrivateCluster = isPrivate,
            Identity = new IdentityImport(context, network).Read(reader),
            Origin = reader.Finish("cluster"),
        };
    }

    private NodePool ReadPool(ArmReader reader)
    {
        var isScaled = reader.Flag("enableAutoScaling", nameof(NodePool.MinCount)) ?? false;
        var (least, most) = (reader.Number("minCount", nameof(NodePool.MinCount)), reader.Number("maxCount", nameof(NodePool.MaxCount)));
        return new()
        {
            Name = reader.OwnName(),
            Mode = reader.Choice<NodePoolMode>("mode", nameof(NodePool.Mode)) ?? NodePoolMode.User,
            Os = reader.Choice<NodePoolOs>("osType", nameof(NodePool.Os)) ?? NodePoolOs.Linux,
            Count = reader.Number("count", nameof(NodePool.Count)) ?? (isScaled ? null : 1),
            MinCount = isScaled ? least : null,
            MaxCount = isScaled ? most : null,
            VmSize = reader.Text("vmSize", nameof(NodePool.VmSize)),
            MaxPods = reader.Number("maxPods", nameof(NodePool.MaxPods)),
            Zones = [.. (reader.Texts("availabilityZones", nameof(NodePool.Zones)) ?? []).Select(zone => int.TryParse(zone.Text, out var number) ? number : 0).Where(number => number > 0)],
            Subnet = network.Subnets.NameOf(reader.Id("vnetSubnetID", nameof(NodePool.Subnet))),
            PodSubnet = network.Subnets.NameOf(reader.Id("podSubnetID", nameof(NodePool.PodSubnet))),
            EnableNodePublicIp = reader.Flag("enableNodePublicIP", nameof(NodePool.EnableNodePublicIp)) ?? false,
            Origin = reader.Finish("pool"),
        };
    }

    private static ClusterNetwork ReadProfile(ArmReader reader)
    {
        var plugin = reader.Choice<NetworkPlugin>("networkPlugin", nameof(ClusterNetwork.Plugin));
        var isAzure = plugin is NetworkPlugin.Azure;
        var mode = reader.Choice<NetworkPluginMode>("networkPluginMode", nameof(ClusterNetwork.PluginMode));
        return new()
        {
            Plugin = plugin,
            PluginMode = mode ?? (isAzure ? NetworkPluginMode.NodeSubnet : null),
            Dataplane = reader.Choice<NetworkDataplane>("networkDataplane", nameof(ClusterNetwork.Dataplane)) ?? (isAzure ? NetworkDataplane.Azure : null),
            Policy = reader.Choice<NetworkPolicy>("networkPolicy", nameof(ClusterNetwork.Policy)) ?? (plugin is null ? null : NetworkPolicy.None),
            PodCidr = reader.Value<Cidr>("podCidr", nameof(ClusterNetwork.PodCidr)),
            ServiceCidr = reader.Value<Cidr>("serviceCidr", nameof(ClusterNetwork.ServiceCidr)),
            DnsServiceIp = reader.Value<Ipv4Address>("dnsServiceIP", nameof(ClusterNetwork.DnsServiceIp)),
            Origin = reader.Finish("networkProfile"),
        };
    }

    /// <summary>The authorised ranges without the firewall's own, and whether all of those are among them.</summary>
    private (ValueList<Cidr> Ranges, bool HasFrontends) ReadRanges(ArmReader cluster, ArmReader access)
    {
        var ranges = new List<Cidr>();
        var own = new HashSet<int>();
        var known = new List<Cidr>();
        foreach (var value in access.Runtimes("authorizedIPRanges", nameof(Cluster.AuthorizedIpRanges)) ?? [])
        {
            var text = value is RuntimeValue.Literal literal ? literal.Text : null;
            var range = text is null ? null : Cidr.TryParse(text.Contains('/', StringComparison.Ordinal) ? text : text + "/32", out var prefix, out _) ? prefix : (Cidr?)null;
            if ((frontends.NumberOf(value, "/32") ?? frontends.NumberOf(value, "")) is { } number)
            {
                own.Add(number);
                if (range is { } address)
                {
                    known.Add(address);
                }
            }
            else if (range is { } others)
            {
                ranges.Add(others);
            }
            else
            {
                cluster.Unread("apiServerAccessProfile", nameof(Cluster.AuthorizedIpRanges), $"The cluster '{Quotation.Shorten(cluster.Resource.OwnName)}' has an authorised range that is not known, so it is not known who reaches its API server.");
            }
        }

        var hasAll = own.Contains(0) || (own.Count > 0 && own.Count == frontends.Frontends?.Count);
        if (own.Count > 0 && !hasAll)
        {
            ranges.AddRange(known);
            if (known.Count < own.Count)
            {
                cluster.Unread("apiServerAccessProfile", nameof(Cluster.AuthorizedIpRanges), "Some of the firewall's public addresses are authorised and some are not, so it is not known whether nodes reach the API server.");
            }
        }

        return ([.. ranges], hasAll);
    }
}
