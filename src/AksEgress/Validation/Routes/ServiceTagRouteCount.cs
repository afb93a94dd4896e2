using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Routes;

/// <summary>Routes for service tags are few.</summary>
internal sealed class ServiceTagRouteCount() : TopologyRule("AKSE2315", Error, "A route table has at most 25 routes for service tags")
{
    private static readonly int _max = ClusterLimits.Known.MaxServiceTagRoutesPerTable.Value;

    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from table in context.Network.RouteTables!
        let routes = table.Routes!.Count(route => route.Prefix.ServiceTag is not null)
        where routes > _max
        select At(table.At(nameof(RouteTable.Routes)), $"The table '{table.Name}' has {routes} routes for service tags; Azure takes {_max}. Remove some, or take prefixes.");
}
