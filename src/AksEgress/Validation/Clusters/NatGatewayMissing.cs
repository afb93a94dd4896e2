using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Clusters;

/// <summary>A topology has no NAT gateways.</summary>
internal sealed class NatGatewayMissing() : TopologyRule("AKSE2438", Error, "The outbound type userAssignedNatGateway needs a NAT gateway on the node subnet")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        if (context.Cluster.OutboundType == OutboundType.UserAssignedNatGateway)
        {
            yield return At(context.Cluster.At(nameof(Cluster.OutboundType)), $"The outbound type userAssignedNatGateway wants a NAT gateway on the subnets of the nodes, and those of a topology have none; AKS refuses the cluster. Leave outboundType out to go through the firewall.");
        }
    }
}
