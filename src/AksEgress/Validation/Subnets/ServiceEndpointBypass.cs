using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Subnets;

/// <summary>Service endpoints are routes that no table overrides.</summary>
internal sealed class ServiceEndpointBypass() : TopologyRule("AKSE2119", Warning, "A subnet with nodes or pods has no service endpoints when its traffic leaves through the firewall")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from subnet in context.SteersByRoutes ? context.CarryingSubnets : []
        where subnet.ServiceEndpoints!.Count > 0 && !subnet.IsUnreadable(nameof(Subnet.ServiceEndpoints))
        select At(subnet.At(nameof(Subnet.ServiceEndpoints)), $"Nodes or pods in '{subnet.Name}' reach {string.Join(", ", subnet.ServiceEndpoints!.Select(DocumentWord.Of).Distinct())} by service endpoints, past the firewall: no rule applies and no log has it. Remove serviceEndpoints, or put them on AzureFirewallSubnet.");
}
