using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Clusters;

/// <summary>Kubernetes bounds the range of services.</summary>
internal sealed class ServiceRangeSize() : TopologyRule("AKSE2414", Error, "The range of services is /12 or smaller")
{
    private static readonly int _shortest = ClusterLimits.Known.ShortestServicePrefix.Value;

    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var network = context.Cluster.Network!;
        if (network.ServiceCidr is { } range && range.Length < _shortest)
        {
            yield return At(network.At(nameof(ClusterNetwork.ServiceCidr)), $"The service range {range} is too large: AKS takes /{_shortest} or smaller. {FreeRange.Advice(context, nameof(ClusterNetwork.ServiceCidr))}");
        }
    }
}
