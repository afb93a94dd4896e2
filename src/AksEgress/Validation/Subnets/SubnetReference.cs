using AksEgress.Diagnostics;
using AksEgress.Model;
using AksEgress.Validation.Values;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Subnets;

/// <summary>Node pools, role assignments and services name subnets that are there.</summary>
internal sealed class SubnetReference() : TopologyRule("AKSE2112", Error, "A subnet that is named is one of the network's")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
    [
        .. context.Pools.SelectMany(pool => Check(context, pool, nameof(NodePool.Subnet), pool.Subnet)),
        .. context.Pools.SelectMany(pool => Check(context, pool, nameof(NodePool.PodSubnet), pool.PodSubnet)),
        .. context.Cluster.Identity!.RoleAssignments!.SelectMany(assignment => Check(context, assignment, nameof(RoleAssignment.Subnet), assignment.Subnet)),
        .. context.Topology.Services!.SelectMany(service => Check(context, service, nameof(LoadBalancerService.Subnet), service.Subnet)),
    ];

    private IEnumerable<Diagnostic> Check(ValidationContext context, Node node, string member, string? name)
    {
        if (context.Subnets.Lacks(name))
        {
            yield return At(node.At(member), $"The network has no subnet '{FreeText.Printable(name!)}'. {context.Subnets.Suggest(name!)}");
        }
    }
}
