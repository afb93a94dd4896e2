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
        foreach (var space in First(context, service))
        {
            yield return At(network.At(nameof(ClusterNetwork.ServiceCidr)), $"The service range {service} overlaps the network ({space}), and AKS refuses that (ServiceCidrOverlapExistingSubnetsCidr). {FreeRange.Advice(context, nameof(ClusterNetwork.ServiceCidr))}");
        }

        foreach (var space in First(context, pod))
        {
            yield return At(network.At(nameof(ClusterNetwork.PodCidr)), $"The pod range {pod} overlaps the network ({space}), and AKS refuses that (NetworkProfileCIDROverlapVNET). {FreeRange.Advice(context, nameof(ClusterNetwork.PodCidr))}");
        }

        if (service is not null && pod?.Overlaps(service.Value) == true)
        {
            yield return At(network.At(nameof(ClusterNetwork.PodCidr)), $"The pod range {pod} overlaps the service range {service}, and AKS refuses that. Give one of them other addresses.");
        }
    }

    /// <summary>The first address space that the range overlaps: a second one is the same mistake.</summary>
    private static IEnumerable<Cidr> First(ValidationContext context, Cidr? range) =>
        range is null ? [] : context.Network.AddressSpace.Where(space => space.Overlaps(range.Value)).Take(1);

    private static Cidr? Readable(Node node, string member, Cidr? range) => node.IsUnreadable(member) ? null : range;
}
