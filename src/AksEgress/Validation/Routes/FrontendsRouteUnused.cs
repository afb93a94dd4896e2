using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Routes;

/// <summary>Behind internal load balancers, replies take the way that requests came.</summary>
internal sealed class FrontendsRouteUnused() : TopologyRule("AKSE2317", Info, "Routes for the frontends are for public load balancers")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var services = context.Topology.Services!;
        var isInternal = services.Count > 0 && !context.Topology.IsUnreadable(nameof(EgressTopology.Services)) && !context.Topology.IsUnreadable(nameof(EgressTopology.Publish))
            && services.All(service => service.LoadBalancer == LoadBalancerKind.Internal && !service.IsUnreadable(nameof(LoadBalancerService.LoadBalancer)));

        // A DNAT rule may lead to a public address that has no Service here.
        var isAll = context.Policy.DnatRules.All(rule => rule.TranslatedAddress is { } address && context.AddressSpace.Contains(address));
        return !isInternal || !isAll ? [] :
            from table in context.SteeringTables
            from route in ReadableRoutes.Of(table)
            where route is { Prefix.IsFrontends: true, NextHopType: NextHopType.Internet }
            select At(route.At(nameof(Route.Prefix)), $"The table '{table.Name}' sends the firewall's frontends to the Internet, which replies of public load balancers need; everything here is published behind internal ones. Remove the route, or leave 'routes' out.");
    }
}
