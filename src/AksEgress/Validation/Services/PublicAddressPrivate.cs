using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Services;

/// <summary>Public load balancers have public addresses.</summary>
internal sealed class PublicAddressPrivate() : TopologyRule("AKSE2615", Error, "The address of a public load balancer is public")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from service in context.Topology.Services!
        where service is { LoadBalancer: LoadBalancerKind.Public, Address: { } address } && (KnownRanges.Private.Contains(address) || context.AddressSpace.Contains(address))
        where !service.IsUnreadable(nameof(LoadBalancerService.LoadBalancer))
        select At(service.At(nameof(LoadBalancerService.Address)), $"Service '{service.Name}' has a public load balancer and the private address {service.Address}; no public IP has it, and the Service would wait for its address without end. Write the address of a static public IP, or leave loadBalancer out for an internal one.");
}
