using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Services;

/// <summary>Behind a default route to the firewall, a public load balancer answers only what comes through the firewall.</summary>
internal sealed class PublicServiceDirect() : TopologyRule("AKSE2617", Warning, "A public load balancer behind the firewall is reached through the firewall")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        if (!context.SteersByRoutes)
        {
            yield break;
        }

        // A rule that leads to a host, or to an address outside, may lead to a load balancer whose address is not said.
        var targets = context.Policy.DnatRules.Select(rule => rule.TranslatedAddress).OfType<Ipv4Address>().ToHashSet();
        var mayLeadAnywhere = context.Policy.DnatRules.Any(rule =>
            rule.TranslatedFqdn is not null || rule.IsUnreadable(nameof(DnatRule.TranslatedAddress)) || (rule.TranslatedAddress is { } address && !KnownRanges.Private.Contains(address)));
        var published = (context.Said.Publish ?? []).Select(entry => (entry.Namespace, entry.Service)).ToHashSet();
        foreach (var service in context.Topology.Services!)
        {
            var isReached = service.Address is { } address ? targets.Contains(address) : mayLeadAnywhere;
            if (service.LoadBalancer == LoadBalancerKind.Public && !isReached
                && !service.IsUnreadable(nameof(LoadBalancerService.Address)) && !published.Contains((service.Namespace, service.Name)))
            {
                yield return At(
                    service.At(nameof(LoadBalancerService.LoadBalancer)),
                    $"Service '{service.Name}' has a public load balancer, and no DNAT rule of the firewall leads to it. Clients reach it directly, but the replies of the nodes follow 0.0.0.0/0 to the firewall, which drops them. Leave loadBalancer out, and publish the service with an entry under 'publish'.");
            }
        }
    }
}
