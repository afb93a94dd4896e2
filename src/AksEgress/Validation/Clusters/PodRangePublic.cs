using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Clusters;

/// <summary>Pods have private addresses.</summary>
internal sealed class PodRangePublic() : TopologyRule("AKSE2428", Warning, "The pod range is private")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var network = context.Cluster.Network!;

        // A range that AKS keeps for itself, or that others have, has a finding of its own.
        if (network.PodCidr is { } range && !network.IsUnreadable(nameof(ClusterNetwork.PodCidr)) && !KnownRanges.Private.Contains(range)
            && !ForbiddenRange.IsForbidden(range) && !context.Network.AddressSpace.Any(range.Overlaps) && network.ServiceCidr?.Overlaps(range) != true)
        {
            yield return At(network.At(nameof(ClusterNetwork.PodCidr)), $"The pod range {range} is not private: pods would not reach the hosts on the Internet that own these addresses. {FreeRange.Advice(context, nameof(ClusterNetwork.PodCidr))}");
        }
    }
}
