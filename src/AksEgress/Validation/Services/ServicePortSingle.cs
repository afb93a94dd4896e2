using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Services;

/// <summary>Kubernetes knows no ranges of ports.</summary>
internal sealed class ServicePortSingle() : TopologyRule("AKSE2611", Error, "A port of a Service is a single one")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        foreach (var service in context.Topology.Services!)
        {
            if (service.Ports.Count == 0 && !service.IsUnreadable(nameof(LoadBalancerService.Ports)))
            {
                yield return At(service.At(nameof(LoadBalancerService.Ports)), $"Service '{service.Name}' has no port, and Kubernetes refuses it. Add one, such as 80.");
            }

            foreach (var port in service.Ports)
            {
                var member = !port.Port.IsSingle ? nameof(ServicePort.Port) : !port.TargetPort!.Value.IsSingle ? nameof(ServicePort.TargetPort) : null;
                if (member is not null)
                {
                    yield return At(port.At(member), $"Service '{service.Name}' has the ports {(member == nameof(ServicePort.Port) ? port.Port : port.TargetPort!.Value)}; Kubernetes takes single ones. Write one port for each.");
                }
            }
        }
    }
}
