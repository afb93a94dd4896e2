using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Clusters;

/// <summary>Services and pods have addresses that nobody else has.</summary>
internal sealed class ClusterRangeOverlap() : TopologyRule("AKSE2412", Error, "The ranges of services and pods overlap neither the network nor each other")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var network = context.Cluster.Network!;
        var service = Readable(network, nameof(ClusterNetwork.ServiceCidr), network.ServiceCidr);
        var pod = Readable(network, nameof(ClusterNetwork.PodCidr), network.PodCidr);
        foreach (var space in context.Network.AddressSpace)
        {
            if (service?.Overlaps(space) == true)
            {
                yield return At(network.At(nameof(ClusterNetwork.ServiceCidr)), $"The service range {service} overlaps the network ({space}), and AKS refuses that (ServiceCidrOverlapExistingSubnetsCidr). Write another one under cluster.network.serviceCidr, such as 172.16.0.0/16.");
            }

            if (pod?.Overlaps(space) == true)
            {
                yield return At(network.At(nameof(ClusterNetwork.PodCidr)), $"The pod range {pod} overlaps the network ({space}), and AKS refuses that (NetworkProfileCIDROverlapVNET). Write another one under cluster.network.podCidr, such as 192.168.0.0/16.");
            }
        }

        if (service is not null && pod?.Overlaps(service.Value) == true)
        {
            yield return At(network.At(nameof(ClusterNetwork.PodCidr)), $"The pod range {pod} overlaps the service range {service}, and AKS refuses that. Give one of them other addresses.");
        }
    }

    private static Cidr? Readable(Node node, string member, Cidr? range) => node.IsUnreadable(member) ? null : range;
}
