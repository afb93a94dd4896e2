using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Routes;

/// <summary>Everything goes to the firewall.</summary>
internal sealed class DefaultRouteMissing() : TopologyRule("AKSE2303", Error, "The route table of the cluster's subnets has a route for 0.0.0.0/0")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from table in context.SteeringTables
        where DefaultRoutes.Of(table) is null && !table.IsUnreadable(nameof(RouteTable.Routes)) && !table.Routes!.Any(route => route.IsUnreadable(nameof(Route.Prefix)))
        select At(table.At(nameof(RouteTable.Routes)), $"The route table '{table.Name}' steers nodes or pods and has no route for 0.0.0.0/0; AKS refuses outbound type userDefinedRouting without. Add one; without a next hop it goes to the firewall.");
}
