using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Routes;

/// <summary>Replies of public load balancers go straight back to the frontends.</summary>
internal sealed class PublicServiceRoute() : TopologyRule("AKSE2311", Warning, "Behind a public load balancer, the cluster's subnets have a route for the frontends")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from table in context.Topology.Services!.Any(service => service.LoadBalancer == LoadBalancerKind.Public) ? context.SteeringTables : []
        where !table.Routes!.Any(route => route.Prefix.IsFrontends) && !table.IsUnreadable(nameof(RouteTable.Routes))
        select At(table.At(nameof(RouteTable.Routes)), $"A service has a public load balancer, and the table '{table.Name}' has no route for the firewall's frontends: replies would go to the firewall's private address and be dropped as a different flow. Add one with the prefix 'frontends', or make the load balancer internal.");
}
