using AksEgress.Diagnostics;
using AksEgress.Model;
using AksEgress.Validation.Routes;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Clusters;

/// <summary>Without a route to it, a firewall sees nothing of what the cluster sends.</summary>
internal sealed class OutboundPastFirewall() : TopologyRule("AKSE2443", Warning, "The cluster's traffic goes to the firewall")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var cluster = context.Cluster;
        if (cluster.OutboundType == OutboundType.LoadBalancer && !cluster.IsUnreadable(nameof(Cluster.OutboundType)) && context.KnowsPools && context.RouteTables.IsComplete
            && context.CarryingSubnets.Count > 0 && !context.CarryingSubnets.Any(subnet => MayLead(context, subnet)))
        {
            yield return At(
                cluster.At(nameof(Cluster.OutboundType)),
                $"The outbound type is loadBalancer, and no subnet with nodes or pods has a default route to the firewall: everything leaves by the cluster's load balancer, past the firewall, and none of its rules applies. Leave outboundType out for userDefinedRouting, which makes the route.");
        }
    }

    /// <summary>True for a route to an appliance that takes everything, in parts too, and for what could not be read.</summary>
    private static bool MayLead(ValidationContext context, Subnet subnet) =>
        subnet.IsUnreadable(nameof(Subnet.RouteTable))
        || (subnet.RouteTable != Subnet.NoRouteTable
            && (context.RouteTables.Find(subnet.RouteTable) is not { } table || table.IsUnreadable(nameof(RouteTable.Routes)) || !table.Routes!.All(ReadableRoutes.IsReadable)
                || new PrefixSet(table.Routes!.Where(route => route.NextHopType == NextHopType.VirtualAppliance).Select(route => route.Prefix.Prefix).OfType<Cidr>()).IsEverything));
}
