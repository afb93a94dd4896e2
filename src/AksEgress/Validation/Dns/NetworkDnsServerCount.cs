using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Dns;

/// <summary>The list of DNS servers ends.</summary>
internal sealed class NetworkDnsServerCount() : TopologyRule("AKSE2504", Warning, "A network has at most 20 DNS servers")
{
    private static readonly int _max = ClusterLimits.Known.MaxDnsServers.Value;

    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var network = context.Network;
        if (network.DnsServers!.Count > _max)
        {
            yield return At(network.At(nameof(VirtualNetwork.DnsServers)), $"The network has {network.DnsServers.Count} DNS servers; Azure takes {_max}. Remove some, or leave dnsServers out for the firewall alone.");
        }
    }
}
