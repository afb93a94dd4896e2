using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Dns;

/// <summary>A firewall without proxy answers nobody.</summary>
internal sealed class DnsServersWithoutProxy() : TopologyRule("AKSE2502", Error, "The firewall is the network's DNS server only with its DNS proxy on")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var network = context.Network;
        if (context.KnowsProxy && context.Firewall.Dns!.Proxy == false && context.FirewallAddress is { } address)
        {
            for (var i = 0; i < network.DnsServers!.Count; i++)
            {
                if (network.DnsServers[i] == address)
                {
                    yield return At(network.At(nameof(VirtualNetwork.DnsServers), i), $"The network asks the firewall ({address}) for names, but its DNS proxy is off and nobody answers; nodes would not find the API server (exit code 52). Turn the proxy on, or leave dnsServers out.");
                }
            }
        }
    }
}
