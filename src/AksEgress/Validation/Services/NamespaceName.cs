using AksEgress.Diagnostics;
using AksEgress.Model;
using AksEgress.Validation.Values;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Services;

/// <summary>Names of namespaces are DNS labels.</summary>
internal sealed class NamespaceName() : TopologyRule("AKSE2602", Error, "The name of a namespace is a DNS label")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var check = context.Topology.ConnectivityCheck;
        return context.Topology.Services!.Select(service => (Node: (Node)service, service.Namespace))
            .Concat(check is null ? [] : [(check, check.Namespace)])
            .Where(entry => entry.Namespace is not null && !DnsLabel.IsValid(entry.Namespace))
            .Select(entry => At(entry.Node.At(nameof(LoadBalancerService.Namespace)), $"'{FreeText.Printable(entry.Namespace!)}' cannot name a namespace: Kubernetes takes 1 to {DnsLabel.MaxLength} lower-case letters, digits and hyphens, from a letter or digit to a letter or digit."));
    }
}
