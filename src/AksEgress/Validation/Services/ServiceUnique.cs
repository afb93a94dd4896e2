using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Services;

/// <summary>Services are told apart by namespace and name.</summary>
internal sealed class ServiceUnique() : TopologyRule("AKSE2609", Error, "The names of Services are unique in their namespace")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from pair in Duplicates.Of(context.Topology.Services!.Where(service => service.Name.Length > 0), service => (service.Namespace, service.Name))
        let member = pair.Later.Origin.Has(nameof(PublishedService.Service)) ? nameof(PublishedService.Service) : nameof(LoadBalancerService.Name)
        select At(pair.Later.At(member), $"There are two Services '{pair.Later.Name}'{(pair.Later.Namespace is null ? "" : $" in the namespace '{pair.Later.Namespace}'")}, with {Address(pair.Earlier)} and with {Address(pair.Later)}; the second would replace the first. Give it another name, or both one address.");

    private static string Address(LoadBalancerService service) => service.Address is { } address ? $"the address {address}" : "no address";
}
