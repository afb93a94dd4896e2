using AksEgress.Diagnostics;
using AksEgress.Model;
using AksEgress.Validation.Values;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Services;

/// <summary>Names of Services are DNS labels.</summary>
internal sealed class ServiceName() : TopologyRule("AKSE2601", Error, "The name of a Service is a DNS label that begins with a letter")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from service in context.Topology.Services!
        let member = service.Origin.Has(nameof(PublishedService.Service)) ? nameof(PublishedService.Service) : nameof(LoadBalancerService.Name)
        where !(DnsLabel.IsValid(service.Name) && char.IsAsciiLetter(service.Name[0])) && !service.IsUnreadable(member)
        select At(service.At(member), $"'{FreeText.Printable(service.Name)}' cannot name a Service: Kubernetes takes 1 to {DnsLabel.MaxLength} lower-case letters, digits and hyphens, from a letter to a letter or digit.");
}
