using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Services;

/// <summary>The DNAT rule must know where to.</summary>
internal sealed class PublicAddressMissing() : TopologyRule("AKSE2605", Error, "A service that is published behind a public load balancer says its address")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var named = (context.Said.Publish ?? []).Where(entry => entry.Address is not null || entry.IsUnreadable(nameof(PublishedService.Address))).Select(entry => (entry.Namespace, entry.Service)).ToHashSet();
        return
            from entry in context.Said.Publish ?? []
            where entry.LoadBalancer == LoadBalancerKind.Public && named.Add((entry.Namespace, entry.Service))
            select At(entry.Origin.Span, $"Service '{entry.Service}' is published behind a public load balancer without an address, so the firewall cannot know where to send its traffic. Write the address of a static public IP that exists, or leave loadBalancer out for an internal one.");
    }
}
