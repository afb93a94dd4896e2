using AksEgress.Diagnostics;
using AksEgress.Model;
using AksEgress.Sizing;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Services;

/// <summary>Five addresses of a subnet are Azure's.</summary>
internal sealed class InternalAddressReserved() : TopologyRule("AKSE2607", Error, "The address of an internal load balancer is not one that Azure keeps for itself")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from entry in InternalAddresses.Of(context)
        where entry.Subnet.Prefix.Contains(entry.Address) && !UsableAddresses.Contain(entry.Subnet.Prefix, entry.Address)
        select At(entry.Service.At(nameof(LoadBalancerService.Address)), $"Service '{entry.Service.Name}' has the address {entry.Address}, which Azure keeps for itself: the first four and the last of '{entry.Subnet.Name}' ({entry.Subnet.Prefix}). Choose another one.");
}
