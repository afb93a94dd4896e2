using AksEgress.Diagnostics;
using AksEgress.Model;
using AksEgress.Sizing;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Services;

/// <summary>A full subnet has no address left.</summary>
internal sealed class InternalAddressMissing() : TopologyRule("AKSE2613", Error, "The subnet of a published service has an address for it")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var published = (context.Said.Publish ?? []).Select(entry => (entry.Namespace, entry.Service)).ToHashSet();
        return
            from service in context.Topology.Services!
            where service is { LoadBalancer: LoadBalancerKind.Internal, Address: null } && published.Contains((service.Namespace, service.Name))
            let subnet = context.Subnets.Find(service.Subnet)
            where subnet is not null && !subnet.IsUnreadable(nameof(Subnet.Prefix)) && UsableAddresses.First(subnet.Prefix) is not null
            select At(service.Origin.Span, $"Service '{service.Name}' finds no free address in '{subnet.Name}' ({subnet.Prefix}). Enlarge the subnet, or name another one.");
    }
}
