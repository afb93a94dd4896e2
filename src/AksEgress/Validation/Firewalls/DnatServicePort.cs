using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>A load balancer passes on the ports of its Services, and drops the others.</summary>
internal sealed class DnatServicePort() : TopologyRule("AKSE2254", Warning, "A DNAT rule to a Service's address translates to a port of the Service")
{
    /// <summary>How many ports of a Service a message lists.</summary>
    private const int MaxListed = 4;

    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        // A Service that could not be read may have the address, too: several may share one.
        var topology = context.Topology;
        if (topology.IsUnreadable(nameof(EgressTopology.Services)) || topology.IsUnreadable(nameof(EgressTopology.Publish)) || !topology.Services!.All(IsReadable))
        {
            yield break;
        }

        var services = topology.Services!.Where(service => service.Address is not null).ToLookup(service => service.Address!.Value);
        var served = services.SelectMany(group => group.SelectMany(service => service.Ports).Select(port => (group.Key, port.Port, ProtocolOf(port)))).ToHashSet();
        foreach (var rule in context.Policy.DnatRules)
        {
            var inner = rule.TranslatedPort ?? rule.Port;
            if (rule.TranslatedAddress is { } address && services.Contains(address) && IsReadable(rule) && !rule.Protocols!.Any(protocol => served.Contains((address, inner, protocol))))
            {
                var service = services[address].First();
                var member = rule.Origin.Has(nameof(DnatRule.TranslatedPort)) ? nameof(DnatRule.TranslatedPort) : nameof(DnatRule.Port);
                yield return At(
                    rule.At(member),
                    $"DNAT rule '{rule.Name}' leads to {address}, port {inner} ({string.Join(", ", rule.Protocols!.Select(DocumentWord.Of))}), and Service '{service.Name}', whose address that is, has {PortsOf(service)}: its load balancer drops everything else. Write 'translatedPort' as the Service has it, or add the port to the Service.");
            }
        }
    }

    private static RuleProtocol ProtocolOf(ServicePort port) => port.Protocol == TransportProtocol.Udp ? RuleProtocol.Udp : RuleProtocol.Tcp;

    private static string PortsOf(LoadBalancerService service)
    {
        var first = service.Ports.Take(MaxListed).Select(port => FormattableString.Invariant($"{port.Port} ({DocumentWord.Of(ProtocolOf(port))})"));
        return string.Join(", ", first) + (service.Ports.Count > MaxListed ? " and more" : "");
    }

    private static bool IsReadable(LoadBalancerService service) =>
        service.Ports.Count > 0 && !service.IsUnreadable(nameof(LoadBalancerService.Ports)) && !service.IsUnreadable(nameof(LoadBalancerService.Address))
        && !service.Ports.Any(port => port.IsUnreadable(nameof(ServicePort.Port)) || port.IsUnreadable(nameof(ServicePort.Protocol)) || !port.Port.IsSingle);

    /// <summary>Of the shapes that Azure takes; others have findings of their own.</summary>
    private static bool IsReadable(DnatRule rule) =>
        rule.Port.IsSingle && rule.TranslatedPort is null or { IsSingle: true } && rule.Protocols!.Count > 0 && rule.Protocols.All(protocol => protocol is RuleProtocol.Tcp or RuleProtocol.Udp)
        && !rule.IsUnreadable(nameof(DnatRule.Port)) && !rule.IsUnreadable(nameof(DnatRule.TranslatedPort))
        && !rule.IsUnreadable(nameof(DnatRule.TranslatedAddress)) && !rule.IsUnreadable(nameof(DnatRule.Protocols));
}
