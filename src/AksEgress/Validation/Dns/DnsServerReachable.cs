using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

using AksEgress.Validation.Routes;

namespace AksEgress.Validation.Dns;

/// <summary>Questions to a server outside of the network go through the firewall, too.</summary>
internal sealed class DnsServerReachable() : TopologyRule("AKSE2505", Warning, "A rule lets nodes ask DNS servers outside of the network")
{
    private const int DnsPort = 53;

    private static readonly Ipv4Address _azureDns = Ipv4Address.Parse(ClusterLimits.Known.AzureDns.Address);

    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var network = context.Network;
        if (!context.SteersByRoutes || context.FirewallAddress is null || context.Said.IsUnreadable(nameof(EgressTopology.Rules)) || context.Said.IsUnreadable(nameof(EgressTopology.Allow)) || !context.KnowsFirewall(nameof(Firewall.Policy))
            || network.IsUnreadable(nameof(VirtualNetwork.AddressSpace)))
        {
            yield break;
        }

        var open = OpenToDns(context).ToList();
        var around = new PrefixSet(context.SteeringTables.SelectMany(ReadableRoutes.Of).Where(route => LeadsPast(context, route)).Select(route => route.Prefix.Prefix!.Value));
        // More servers than a network takes are a mistake of their own.
        for (var i = 0; i < Math.Min(network.DnsServers!.Count, ClusterLimits.Known.MaxDnsServers.Value); i++)
        {
            var server = network.DnsServers[i];
            if (server != _azureDns && server != context.FirewallAddress && !context.AddressSpace.Contains(server) && !around.Contains(server)
                && !open.Exists(range => range.First.Value <= server.Value && server.Value <= range.Last.Value))
            {
                yield return At(network.At(nameof(VirtualNetwork.DnsServers), i), $"Nodes ask the DNS server {server} through the firewall, and no network rule allows UDP {DnsPort} to it: no name is resolved, and node set-up ends with exit code 52. Add a network rule for it, or leave dnsServers out and give the servers to the firewall (firewall.dns.servers).");
            }
        }
    }

    private static IEnumerable<AddressRange> OpenToDns(ValidationContext context) =>
        from collection in context.Policy.Collections.OfType<NetworkRuleCollection>()
        where collection.Action == RuleAction.Allow
        from rule in collection.Rules
        where rule.Protocols.Any(protocol => protocol is RuleProtocol.Udp or RuleProtocol.Any) && rule.Ports.Any(port => port.First <= DnsPort && port.Last >= DnsPort)
        from range in rule.Destination!
        select range;

    private static bool LeadsPast(ValidationContext context, Route route) =>
        route.Prefix.Prefix is { } prefix && prefix != Cidr.All && route.NextHopType != NextHopType.None && (route.NextHopIpAddress is null || route.NextHopIpAddress != context.FirewallAddress);
}
