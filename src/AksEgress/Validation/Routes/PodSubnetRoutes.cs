using AksEgress.Diagnostics;
using AksEgress.Model;
using AksEgress.Validation.Clusters;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Routes;

/// <summary>Sources differ on which of the two tables governs pods; so both say the same.</summary>
internal sealed class PodSubnetRoutes() : TopologyRule("AKSE2312", Warning, "The subnets of a pool's nodes and pods have the same routes")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from pair in context.SteersByRoutes && PodSubnetMode.TakesPodSubnets(context) ? Pairs(context).Distinct() : []
        let nodes = context.RouteTables.Find(pair.Nodes.RouteTable)
        let pods = context.RouteTables.Find(pair.Pods.RouteTable)
        where nodes is not null && pods is not null && nodes != pods && IsKnown(nodes) && IsKnown(pods) && !Routes(nodes).SetEquals(Routes(pods))
        select At(pair.Pods.At(nameof(Subnet.RouteTable)), $"Pods in '{pair.Pods.Name}' have the routes of '{pods.Name}', and their nodes in '{pair.Nodes.Name}' those of '{nodes.Name}', which differ; reports disagree which of them pods follow. Name one table on both.");

    private static IEnumerable<(Subnet Nodes, Subnet Pods)> Pairs(ValidationContext context) =>
        from pool in context.Pools
        let nodes = context.Subnets.Find(pool.Subnet)
        let pods = context.Subnets.Find(pool.PodSubnet)
        where nodes is not null && pods is not null
        select (nodes, pods);

    private static bool IsKnown(RouteTable table) => !table.IsUnreadable(nameof(RouteTable.Routes)) && table.Routes!.All(ReadableRoutes.IsReadable);

    private static HashSet<(RouteDestination, NextHopType?, Ipv4Address?)> Routes(RouteTable table) => [.. table.Routes!.Select(route => (route.Prefix, route.NextHopType, route.NextHopIpAddress))];
}
