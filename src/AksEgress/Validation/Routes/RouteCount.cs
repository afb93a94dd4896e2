using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;
using AksEgress.Sizing;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Routes;

/// <summary>Route tables end.</summary>
internal sealed class RouteCount() : TopologyRule("AKSE2314", Warning, "A route table has at most 400 routes, those of frontends and of kubenet's nodes included")
{
    private static readonly int _max = ClusterLimits.Known.MaxRoutesPerTable.Value;

    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var forFrontends = context.FrontendPrefixCount;
        var kubenet = context.Cluster.Network!.Plugin == NetworkPlugin.Kubenet ? context.Pools.Where(PoolSize.IsKnown).Sum(PoolSize.Nodes) : 0;

        // More nodes than kubenet takes is a mistake of its own.
        var forNodes = kubenet > ClusterLimits.Known.MaxKubenetNodes.Value ? 0 : kubenet;
        return
            from table in context.Network.RouteTables!
            let routes = RouteTableSize.Of(table, forFrontends, context.Steers(table) ? forNodes : 0)
            where routes > _max
            select At(table.At(nameof(RouteTable.Routes)), $"The table '{table.Name}' would have {routes} routes{(forNodes > 0 ? ", one of each node of kubenet among them" : "")}; Azure takes {_max}. Merge routes into shorter prefixes{(forFrontends > 1 ? ", or take frontends of one prefix (prefixLength), which is one route" : "")}.");
    }
}
