using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Clusters;

/// <summary>Ranges that AKS uses itself.</summary>
internal sealed class ForbiddenRange() : TopologyRule("AKSE2413", Error, "Network, services and pods keep out of the ranges that AKS uses itself")
{
    private static readonly IReadOnlyList<Cidr> _forbidden = Limits.Known.ForbiddenRanges.Prefixes;

    /// <summary>True when AKS uses some of the range itself.</summary>
    internal static bool IsForbidden(Cidr range) => _forbidden.Any(range.Overlaps);

    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var network = context.Cluster.Network!;
        return
        [
            .. context.Network.AddressSpace.SelectMany((space, index) => Check(context.Network, nameof(VirtualNetwork.AddressSpace), index, space, $"The network's address space")),
            .. Check(network, nameof(ClusterNetwork.ServiceCidr), -1, network.ServiceCidr, $"The service range"),
            .. Check(network, nameof(ClusterNetwork.PodCidr), -1, network.PodCidr, $"The pod range"),
        ];
    }

    private IEnumerable<Diagnostic> Check(Node node, string member, int index, Cidr? range, FormattableString what)
    {
        foreach (var forbidden in _forbidden)
        {
            if (range?.Overlaps(forbidden) == true)
            {
                yield return At(node.At(member, index), $"{what} {range} overlaps {forbidden}, which AKS uses itself; it refuses the cluster. Choose other addresses.");
                yield break;
            }
        }
    }
}
