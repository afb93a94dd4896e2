using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Clusters;

/// <summary>A role is given on one thing.</summary>
internal sealed class RoleAssignmentScope() : TopologyRule("AKSE2417", Error, "A role assignment names a subnet or a route table")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from assignment in context.Cluster.Identity!.RoleAssignments!
        where (assignment.Subnet is null) == (assignment.RouteTable is null)
        where !assignment.IsUnreadable(nameof(RoleAssignment.Subnet)) && !assignment.IsUnreadable(nameof(RoleAssignment.RouteTable))
        select At(assignment.Origin.Span, $"A role assignment names exactly one of 'subnet' and 'routeTable'; this one names {(assignment.Subnet is null ? "neither" : "both")}. {(assignment.Subnet is null ? "Add one." : "Make two of it.")}");
}
