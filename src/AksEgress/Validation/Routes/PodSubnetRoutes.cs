using AksEgress.Diagnostics;
using AksEgress.Model;
using AksEgress.Validation.Clusters;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Routes;

/// <summary>Sources differ on which of the two tables governs pods; so both say the same.</summary>
internal sealed class PodSubnetRoutes() : TopologyRule("AKSE2312", Warning, "The subnets of a pool's nodes and pods have the same routes")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        if (!context.SteersByRoutes || !PodSubnetMode.TakesPodSubnets(context))
        {
            yield break;
        }

        var routes = new RouteSets();
        var seen = new HashSet<(string, string)>();
        foreach (var (nodes, pods) in Pairs(context))
        {
            if (seen.Add((nodes.Name, pods.Name)) && context.RouteTables.Find(nodes.RouteTable) is { } ofNodes && context.RouteTables.Find(pods.RouteTable) is { } ofPods && routes.Differ(ofNodes, ofPods))
            {
                yield return At(pods.At(nameof(Subnet.RouteTable)), $"Pods in '{pods.Name}' have the routes of '{ofPods.Name}', and their nodes in '{nodes.Name}' those of '{ofNodes.Name}', which differ; reports disagree which of them pods follow. Name one table on both.");
            }
        }
    }

    private static IEnumerable<(Subnet Nodes, Subnet Pods)> Pairs(ValidationContext context) =>
        from pool in context.Pools
        let nodes = context.Subnets.Find(pool.Subnet)
        let pods = context.Subnets.Find(pool.PodSubnet)
        where nodes is not null && pods is not null
        select (nodes, pods);
}
