using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Dns;

/// <summary>A proxy that nobody asks.</summary>
internal sealed class NetworkDnsElsewhere() : TopologyRule("AKSE2503", Info, "A DNS proxy that is switched on is the network's DNS server")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        // The proxy is on without being said; only who asked for it expects to be served by it.
        var network = context.Network;
        if (context.Said.Firewall?.Dns?.Proxy == true && context.KnowsProxy && context.FirewallAddress is { } address && !network.IsUnreadable(nameof(VirtualNetwork.DnsServers))
            && !network.DnsServers!.Contains(address) && context.Policy.FirstWithHosts is null)
        {
            yield return At(network.At(nameof(VirtualNetwork.DnsServers)), $"The firewall's DNS proxy is switched on, but the network asks {(network.DnsServers!.Count == 0 ? "Azure's own DNS" : string.Join(", ", network.DnsServers))}: nobody uses the proxy, and the firewall logs no questions. Leave dnsServers out, or name {address} there.");
        }
    }
}
