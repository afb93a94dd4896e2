using AksEgress.Diagnostics;
using AksEgress.Model;
using AksEgress.Validation.Values;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Routes;

/// <summary>Subnets and role assignments name route tables that are there.</summary>
internal sealed class RouteTableReference() : TopologyRule("AKSE2301", Error, "A route table that is named is one of the network's")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        context.Network.Subnets.SelectMany(subnet => Check(context, subnet, nameof(Subnet.RouteTable), subnet.RouteTable == Subnet.NoRouteTable ? null : subnet.RouteTable))
            .Concat(context.Cluster.Identity!.RoleAssignments!.SelectMany(assignment => Check(context, assignment, nameof(RoleAssignment.RouteTable), assignment.RouteTable)));

    private IEnumerable<Diagnostic> Check(ValidationContext context, Node node, string member, string? name)
    {
        if (context.RouteTables.Lacks(name))
        {
            yield return At(node.At(member), $"The network has no route table '{FreeText.Printable(name!)}'. {context.RouteTables.Suggest(name!)}");
        }
    }
}
