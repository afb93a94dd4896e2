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
            yield return At(network.At(nameof(ClusterNetwork.PodCidr)), $"The pod range {range} is not private: pods would not reach the hosts on the Internet that own these addresses. Write one in 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10, such as 10.244.0.0/16.");
        }
    }
}
