using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Subnets;

/// <summary>Nodes have a subnet.</summary>
internal sealed class ClusterSubnetMissing() : TopologyRule("AKSE2113", Error, "There is a subnet for the nodes")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var homeless = context.KnowsRoles && context.KnowsPools
            ? context.Pools.FirstOrDefault(pool => pool.Subnet is null && !pool.IsUnreadable(nameof(NodePool.Subnet)))
            : null;
        if (homeless is not null)
        {
            yield return At(context.Network.At(nameof(VirtualNetwork.Subnets)), $"No subnet has the role cluster, and node pool '{homeless.Name}' names none. Give this role to the subnet of the nodes.");
        }
    }
}
