using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Dns;

/// <summary>Who asks elsewhere gets other addresses than the firewall knows.</summary>
internal sealed class NetworkDnsServers() : TopologyRule("AKSE2501", Warning, "With hosts in network rules, the network's DNS server is the firewall")
{
    /// <summary>True when the rule is broken.</summary>
    internal static bool Applies(ValidationContext context) =>
        context.KnowsProxy && context.Firewall.Dns!.Proxy == true && context.FirewallAddress is { } address && !context.Network.IsUnreadable(nameof(VirtualNetwork.DnsServers))
        && !(context.Network.DnsServers is [var server] && server == address) && context.Policy.FirstWithHosts is not null;

    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var network = context.Network;
        if (Applies(context))
        {
            var rule = context.Policy.FirstWithHosts!;
            yield return At(network.At(nameof(VirtualNetwork.DnsServers)), $"Network rule '{rule.Name}' names hosts, but the network asks {(network.DnsServers!.Count == 0 ? "Azure's own DNS" : string.Join(", ", network.DnsServers))}: nodes and firewall may see different addresses, and the rule does not match. Leave dnsServers out, or write [{context.FirewallAddress}].");
        }
    }
}
