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
        if (context.Cluster.IsUnreadable(nameof(Cluster.Network)))
        {
            yield break;
        }

        var service = Readable(network, nameof(ClusterNetwork.ServiceCidr), network.ServiceCidr);
        var pod = Readable(network, nameof(ClusterNetwork.PodCidr), network.PodCidr);
        var said = context.Said.Cluster?.Network;
        foreach (var index in First(context, service))
        {
            yield return Overlap(nameof(ClusterNetwork.ServiceCidr), "service range", said?.ServiceCidr is null, service!.Value, index, "ServiceCidrOverlapExistingSubnetsCidr");
        }

        foreach (var index in First(context, pod))
        {
            yield return Overlap(nameof(ClusterNetwork.PodCidr), "pod range", said?.PodCidr is null, pod!.Value, index, "NetworkProfileCIDROverlapVNET");
        }

        if (service is not null && pod?.Overlaps(service.Value) == true)
        {
            yield return At(network.At(nameof(ClusterNetwork.PodCidr)), $"The pod range {pod} overlaps the service range {service}, and AKS refuses that. Give one of them other addresses.");
        }

        // A range that nobody wrote has its place where the network took it.
        Diagnostic Overlap(string member, string what, bool isDefault, Cidr range, int index, string code) => At(
            isDefault ? context.Network.At(nameof(VirtualNetwork.AddressSpace), index) : network.At(member),
            $"The {(isDefault ? "default " : "")}{what} {range} overlaps the network ({context.Network.AddressSpace[index]}), and AKS refuses that ({code}). {FreeRange.Advice(context, member)}");
    }

    /// <summary>The index of the first address space that the range overlaps: a second one is the same mistake.</summary>
    private static IEnumerable<int> First(ValidationContext context, Cidr? range) =>
        range is null ? [] : Enumerable.Range(0, context.Network.AddressSpace.Count).Where(index => context.Network.AddressSpace[index].Overlaps(range.Value)).Take(1);

    private static Cidr? Readable(Node node, string member, Cidr? range) => node.IsUnreadable(member) ? null : range;
}
