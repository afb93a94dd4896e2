using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Services;

/// <summary>A Service has a port once for a protocol.</summary>
internal sealed class ServicePortUnique() : TopologyRule("AKSE2610", Error, "The ports of a Service are unique for each protocol")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from service in context.Topology.Services!
        from pair in Duplicates.Of(service.Ports.Where(port => !port.IsUnreadable(nameof(ServicePort.Port)) && !port.IsUnreadable(nameof(ServicePort.Protocol))), port => (port.Port, port.Protocol))
        select At(pair.Later.At(nameof(ServicePort.Port)), $"Service '{service.Name}' has port {pair.Later.Port} twice for {DocumentWord.Of(pair.Later.Protocol!.Value)}, and Kubernetes refuses that. Remove one.");
}
