using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

using AksEgress.Validation.Routes;

namespace AksEgress.Validation.Clusters;

/// <summary>Routes win: what the outbound type makes lies idle.</summary>
internal sealed class OutboundTypeAgainstRoutes() : TopologyRule("AKSE2437", Warning, "A default route to the firewall goes with the outbound type userDefinedRouting")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var cluster = context.Cluster;
        if (cluster.OutboundType != OutboundType.LoadBalancer || cluster.IsUnreadable(nameof(Cluster.OutboundType)) || !context.KnowsPools)
        {
            yield break;
        }

        var subnet = context.CarryingSubnets.DistinctBy(subnet => subnet.RouteTable, StringComparer.OrdinalIgnoreCase).FirstOrDefault(subnet =>
            context.RouteTables.Find(subnet.RouteTable) is { } table && DefaultRoutes.Of(table) is { NextHopType: NextHopType.VirtualAppliance } route && ReadableRoutes.IsReadable(route));
        if (subnet is not null)
        {
            yield return At(cluster.At(nameof(Cluster.OutboundType)), $"The outbound type is loadBalancer, but '{subnet.Name}' has the route table '{subnet.RouteTable}', which sends 0.0.0.0/0 to the firewall: the load balancer's outbound address is made and never used. Leave outboundType out.");
        }
    }
}
