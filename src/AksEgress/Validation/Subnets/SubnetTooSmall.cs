using AksEgress.Diagnostics;
using AksEgress.Model;
using AksEgress.Sizing;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Subnets;

/// <summary>Azure keeps five addresses of each subnet.</summary>
internal sealed class SubnetTooSmall() : TopologyRule("AKSE2114", Error, "A subnet is /29 or larger")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from subnet in context.ReadableSubnets
        where UsableAddresses.Count(subnet.Prefix) <= 0 && subnet.Role is not (SubnetRole.Firewall or SubnetRole.FirewallManagement)
        select At(subnet.At(nameof(Subnet.Prefix)), $"'{subnet.Name}' ({subnet.Prefix}) has {subnet.Prefix.Count} address{(subnet.Prefix.Count == 1 ? "" : "es")}, and Azure keeps {UsableAddresses.Reserved} of each subnet for itself. Write a prefix of /29 or larger.");
}
