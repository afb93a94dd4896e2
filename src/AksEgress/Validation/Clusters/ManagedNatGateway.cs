using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Clusters;

/// <summary>AKS makes NAT gateways only in networks that it made.</summary>
internal sealed class ManagedNatGateway() : TopologyRule("AKSE2422", Error, "The outbound type managedNatGateway needs a network that AKS makes")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        if (context.Cluster.OutboundType == OutboundType.ManagedNatGateway)
        {
            yield return At(context.Cluster.At(nameof(Cluster.OutboundType)), $"The outbound type managedNatGateway is only for networks that AKS makes itself; in this one AKS refuses it. Leave it out to go through the firewall.");
        }
    }
}
