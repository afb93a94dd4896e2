using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

using AksEgress.Validation.Routes;

namespace AksEgress.Validation.Dns;

/// <summary>Questions to a server on the Internet go through the firewall, too.</summary>
internal sealed class DnsServerReachable() : TopologyRule("AKSE2505", Warning, "A rule lets nodes ask DNS servers on the Internet")
{
    private static readonly int _port = ClusterLimits.Known.DnsPort.Value;

    private static readonly Ipv4Address _azureDns = Ipv4Address.Parse(ClusterLimits.Known.AzureDns.Address);

    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var network = context.Network;
        if (!context.SteersByRoutes || context.FirewallAddress is null || !context.KnowsRules || network.IsUnreadable(nameof(VirtualNetwork.AddressSpace)) || NetworkDnsServers.Applies(context))
        {
            yield break;
        }

        var rules = RulesForDns(context).ToList();
        if (rules.Exists(MayLeadAnywhere))
        {
            yield break;
        }

        var open = rules.SelectMany(rule => rule.Destination!).ToList();
        var around = new PrefixSet(context.SteeringTables.SelectMany(ReadableRoutes.Of).Where(route => LeadsPast(context, route)).Select(route => route.Prefix.Prefix!.Value));
        var isAnswering = context.Firewall is { Tier: not FirewallTier.Basic, Dns.Proxy: true };

        // More servers than a network takes are a mistake of their own.
        for (var i = 0; i < Math.Min(network.DnsServers!.Count, ClusterLimits.Known.MaxDnsServers.Value); i++)
        {
            // A private server outside of the network is one in a peered network: its route is longer than the one to the firewall.
            var server = network.DnsServers[i];
            if (server != _azureDns && server != context.FirewallAddress && !context.AddressSpace.Contains(server) && !KnownRanges.Private.Contains(server) && !around.Contains(server)
                && !open.Exists(range => range.First.Value <= server.Value && server.Value <= range.Last.Value))
            {
                yield return At(network.At(nameof(VirtualNetwork.DnsServers), i), $"Nodes ask the DNS server {server} through the firewall, and no network rule allows UDP {_port} to it: no name is resolved, and node set-up ends with exit code 52. Add a network rule for it, or leave dnsServers out{(isAnswering ? " and give the servers to the firewall (firewall.dns.servers)" : " for Azure's own DNS")}.");
            }
        }
    }

    private static IEnumerable<NetworkRule> RulesForDns(ValidationContext context) =>
        from collection in context.Policy.Collections.OfType<NetworkRuleCollection>()
        where collection.Action == RuleAction.Allow
        from rule in collection.Rules
        where rule.IsUnreadable(nameof(NetworkRule.Protocols)) || rule.Protocols.Any(protocol => protocol is RuleProtocol.Udp or RuleProtocol.Any)
        where rule.IsUnreadable(nameof(NetworkRule.Ports)) || BroadAddresses.Hold(rule.Ports, _port)
        select rule;

    /// <summary>True when the rule's addresses are not in the text: what a service tag stands for, what a host resolves to.</summary>
    private static bool MayLeadAnywhere(NetworkRule rule) =>
        rule.ServiceTags!.Count > 0 || rule.Fqdns!.Count > 0 || rule.IsUnreadable(nameof(NetworkRule.Destination));

    private static bool LeadsPast(ValidationContext context, Route route) =>
        route.Prefix.Prefix is { } prefix && prefix != Cidr.All && route.NextHopType != NextHopType.None && (route.NextHopIpAddress is null || route.NextHopIpAddress != context.FirewallAddress);
}
