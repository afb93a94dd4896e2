using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Services;

/// <summary>Internal addresses are addresses of a subnet.</summary>
internal sealed class InternalAddressOutside() : TopologyRule("AKSE2606", Error, "The address of an internal load balancer is inside its subnet")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from entry in InternalAddresses.Of(context)
        where !entry.Subnet.Prefix.Contains(entry.Address)
        select At(entry.Service.At(nameof(LoadBalancerService.Address)), $"Service '{entry.Service.Name}' has the address {entry.Address}, which is not in its subnet '{entry.Subnet.Name}' ({entry.Subnet.Prefix}); its load balancer would never get it. Choose an address in there, or name the subnet that holds it.");
}
