using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Clusters;

/// <summary>The cluster's DNS is a service among the others.</summary>
internal sealed class DnsServiceAddress() : TopologyRule("AKSE2415", Error, "The DNS service's address is inside the range of services, and not its first")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var network = context.Cluster.Network!;
        if (network.IsUnreadable(nameof(ClusterNetwork.DnsServiceIp)) || network.IsUnreadable(nameof(ClusterNetwork.ServiceCidr)) || network.ServiceCidr is not { } range)
        {
            yield break;
        }

        if (network.DnsServiceIp is not { } address)
        {
            yield return At(network.At(nameof(ClusterNetwork.ServiceCidr)), $"The service range {range} has no eleventh address for the DNS service. Write a larger range, or say dnsServiceIp.");
        }
        else if (!range.Contains(address) || address.Value - range.First.Value <= 1)
        {
            // The network's own address and the one behind it, which the API server takes.
            yield return At(network.At(nameof(ClusterNetwork.DnsServiceIp)), $"The DNS service cannot have the address {address}: AKS takes one inside the service range {range} and not its first. {(range.Count > 10 ? FormattableString.Invariant($"Write {range.First.Plus(10)}.") : "Choose another one.")}");
        }
    }
}
