using AksEgress.Knowledge;
using AksEgress.Model;
using AksEgress.Sizing;

namespace AksEgress.Analysis.Capacity;

/// <summary>Holds a topology against Azure's limits, counted as validation counts.</summary>
internal static class LimitUses
{
    /// <summary>Every limit that something is used of.</summary>
    public static IEnumerable<LimitUse> Of(EgressTopology topology) => [.. OfPolicy(topology), .. OfRouting(topology), .. OfSubnets(topology)];

    private static IEnumerable<LimitUse> OfPolicy(EgressTopology topology)
    {
        var facts = FirewallFacts.Known;
        var groups = topology.Firewall!.Policy!.RuleCollectionGroups!;
        var collections = groups.SelectMany(ruleGroup => ruleGroup.Collections).ToList();
        var sources = new ListMeasure<AddressRange, long>(PolicySize.Distinct);
        var size = new GroupSize();
        var network = collections.OfType<NetworkRuleCollection>().SelectMany(collection => collection.Rules).ToList();
        var frontends = topology.Firewall.Frontends!.Count!.Value;
        var dnat = collections.OfType<DnatRuleCollection>().SelectMany(collection => collection.Rules).SelectMany(PolicySize.DnatDestinations).Distinct().Count();
        yield return Use("frontends", frontends, Limits.Known.MaxFrontends);
        yield return Use("rule collection groups", groups.Count, facts.MaxGroups);
        yield return Use("rule collections", collections.Count, facts.MaxCollections);
        yield return Use("pairs of source and destination in network rules", network.Sum(rule => PolicySize.AddressPairs(rule, sources)), facts.MaxAddressPairs);
        yield return Use("hosts in network rules", network.SelectMany(rule => rule.Fqdns!).Distinct().Count(), facts.MaxNetworkRuleHosts);
        yield return Use("frontends and destinations of DNAT rules", frontends + dnat, facts.MaxDnat);
        foreach (var ruleGroup in groups)
        {
            yield return Use("bytes of rules, estimated", size.Of(ruleGroup), facts.MaxGroupBytes) with { Subject = ruleGroup.Name };
        }
    }

    private static IEnumerable<LimitUse> OfRouting(EgressTopology topology)
    {
        var cluster = topology.Cluster!;
        var frontends = topology.Firewall!.Frontends!;
        var prefixes = frontends.PrefixLength is null ? frontends.Count!.Value : 1;
        var kubenet = cluster.Network!.Plugin == NetworkPlugin.Kubenet ? cluster.NodePools!.Sum(PoolSize.Nodes) : 0;
        var carrying = cluster.NodePools!.SelectMany(pool => pool.SubnetNames).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var table in topology.Network.RouteTables!)
        {
            var isOfNodes = topology.Network.Subnets.Any(subnet => carrying.Contains(subnet.Name) && string.Equals(subnet.RouteTable, table.Name, StringComparison.OrdinalIgnoreCase));
            yield return Use("routes", RouteTableSize.Of(table, prefixes, isOfNodes ? kubenet : 0), ClusterLimits.Known.MaxRoutesPerTable) with { Subject = table.Name };
        }

        if (cluster.PrivateCluster != true)
        {
            yield return Use("authorised ranges of the API server", cluster.AuthorizedIpRanges!.Count + (cluster.AuthorizeFrontends == true ? prefixes : 0), Limits.Known.MaxAuthorizedIPRanges);
        }
    }

    private static IEnumerable<LimitUse> OfSubnets(EgressTopology topology)
    {
        var pools = topology.Cluster!.NodePools!;
        var source = FactSources.Find(Limits.Known.ReservedAtSubnetStart.Source)!.Location;
        foreach (var subnet in topology.Network.Subnets)
        {
            List<NodePool> Of(Func<NodePool, string?> subnetOf) => [.. pools.Where(pool => string.Equals(subnetOf(pool), subnet.Name, StringComparison.OrdinalIgnoreCase))];
            var (nodes, pods) = (Of(pool => pool.Subnet), Of(pool => pool.PodSubnet));
            if (nodes.Count + pods.Count > 0)
            {
                var demand = SubnetDemand.OfNodes(topology, subnet, nodes);
                yield return new("addresses, with nodes at their most and those that an upgrade adds", subnet.Name, demand.Addresses + demand.Surge + demand.Others + SubnetDemand.OfPods(pods) + SubnetDemand.OfSurgePods(pods), demand.Available, source);
            }
        }
    }

    private static LimitUse Use(string name, long used, Limit limit) => new(name, null, used, limit.Value, FactSources.Find(limit.Source)!.Location);
}
