using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Services;

/// <summary>Services may share an address, but not a port of it.</summary>
internal sealed class LoadBalancerPortUnique() : TopologyRule("AKSE2608", Error, "Two Services do not share port and protocol of one address")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var ports =
            from service in context.Topology.Services!
            where service.Address is not null && !service.IsUnreadable(nameof(LoadBalancerService.Address))
            from port in service.Ports
            where !port.IsUnreadable(nameof(ServicePort.Port))
            select (Service: service, Port: port);
        return
            from pair in Duplicates.Of(ports, entry => (entry.Service.Address!.Value, entry.Port.Port, entry.Port.Protocol))
            where pair.Earlier.Service.Name != pair.Later.Service.Name || pair.Earlier.Service.Namespace != pair.Later.Service.Namespace
            select At(pair.Later.Service.At(nameof(LoadBalancerService.Address)), $"Service '{pair.Later.Service.Name}' wants port {pair.Later.Port.Port} of {pair.Later.Service.Address}, which Service '{pair.Earlier.Service.Name}' has; the load balancer gives it to one of them. Choose another address or port.");
    }
}
