using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Clusters;

/// <summary>At the bound itself, sources disagree.</summary>
internal sealed class ServiceRangeLargest() : TopologyRule("AKSE2431", Warning, "The range of services is smaller than /12")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var network = context.Cluster.Network!;
        if (network.ServiceCidr is { } range && range.Length == ClusterLimits.Known.ShortestServicePrefix.Value && !ForbiddenRange.IsForbidden(range))
        {
            yield return At(network.At(nameof(ClusterNetwork.ServiceCidr)), $"The service range {range} is as large as AKS takes, or already too large: Microsoft's text says \"smaller than /12\". {FreeRange.Advice(context, nameof(ClusterNetwork.ServiceCidr))}");
        }
    }
}
