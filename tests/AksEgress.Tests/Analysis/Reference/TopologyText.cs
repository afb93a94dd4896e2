using AksEgress.Model;

namespace AksEgress.Tests.Analysis.Reference;

/// <summary>What decides about flows in a topology, for the message of a failed test.</summary>
internal static class TopologyText
{
    public static string Of(EgressTopology resolved, IReadOnlyDictionary<string, Cidr[]> tags) => string.Join('\n', Lines(resolved, tags));

    private static IEnumerable<string> Lines(EgressTopology topology, IReadOnlyDictionary<string, Cidr[]> tags)
    {
        var network = topology.Network;
        yield return $"network {network.AddressSpace} in {topology.Location}, DNS {network.DnsServers}, proxy {topology.Firewall!.Dns!.Proxy}, {topology.Cluster!.Network!.Plugin} {topology.Cluster.Network.PluginMode}";
        foreach (var subnet in network.Subnets)
        {
            yield return $"subnet {subnet.Name} {subnet.Prefix}, table {subnet.RouteTable}, endpoints {subnet.ServiceEndpoints}";
        }

        foreach (var table in network.RouteTables!)
        {
            yield return $"table {table.Name}: {string.Join(", ", table.Routes!.Select(route => $"{route.Prefix} → {route.NextHopType} {route.NextHopIpAddress}"))}";
        }

        foreach (var rule in ReferenceRules.Dnat(topology))
        {
            yield return $"{rule.Reference} {rule.Verdict} {rule.Rule.Protocols} from {rule.Rule.Source} to {rule.Rule.Destination} {rule.Rule.Port}";
        }

        foreach (var rule in ReferenceRules.Network(topology))
        {
            yield return $"{rule.Reference} {rule.Verdict} {rule.Rule.Protocols} from {rule.Rule.Source} to {rule.Rule.Destination} {rule.Rule.ServiceTags} {rule.Rule.Fqdns} {rule.Rule.Ports}";
        }

        foreach (var rule in ReferenceRules.Application(topology))
        {
            yield return $"{rule.Reference} {rule.Verdict} {rule.Rule.Protocols} from {rule.Rule.Source} to {rule.Rule.Fqdns} {rule.Rule.FqdnTags}";
        }

        foreach (var tag in tags)
        {
            yield return $"{tag.Key}: {string.Join(", ", tag.Value)}";
        }
    }
}
