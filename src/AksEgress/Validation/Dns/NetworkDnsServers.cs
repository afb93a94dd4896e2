using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Dns;

/// <summary>Who asks elsewhere gets other addresses than the firewall knows.</summary>
internal sealed class NetworkDnsServers() : TopologyRule("AKSE2501", Warning, "With hosts in network rules, the network's DNS server is the firewall")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var network = context.Network;
        if (context.KnowsProxy && context.Firewall.Dns!.Proxy == true && context.FirewallAddress is { } address && !network.IsUnreadable(nameof(VirtualNetwork.DnsServers))
            && !(network.DnsServers is [var server] && server == address) && context.Policy.FirstWithHosts is { } rule)
        {
            yield return At(network.At(nameof(VirtualNetwork.DnsServers)), $"Network rule '{rule.Name}' names hosts, but the network asks {(network.DnsServers!.Count == 0 ? "Azure's own DNS" : string.Join(", ", network.DnsServers))}: nodes and firewall may see different addresses, and the rule does not match. Leave dnsServers out, or write [{address}].");
        }
    }
}
