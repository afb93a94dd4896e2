using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Routes;

/// <summary>Routes that a gateway learns are longer than 0.0.0.0/0.</summary>
internal sealed class GatewayRoutes() : TopologyRule("AKSE2316", Info, "The route tables of the cluster's subnets keep the routes of gateways out")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from table in context.SteeringTables
        where table.DisableBgpRoutePropagation == false && !table.IsUnreadable(nameof(RouteTable.DisableBgpRoutePropagation))
        select At(table.At(nameof(RouteTable.DisableBgpRoutePropagation)), $"The table '{table.Name}' takes the routes of gateways: what a gateway announces is more specific than 0.0.0.0/0, and goes past the firewall. Leave disableBgpRoutePropagation out, or write true.");
}
