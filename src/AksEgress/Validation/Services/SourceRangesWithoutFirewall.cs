using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Services;

/// <summary>Behind DNAT the client is the firewall.</summary>
internal sealed class SourceRangesWithoutFirewall() : TopologyRule("AKSE2614", Warning, "The source ranges of a Service behind a DNAT rule hold the firewall's subnet")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var targets = context.Policy.DnatRules.Select(rule => rule.TranslatedAddress).OfType<Ipv4Address>().ToHashSet();
        return
            from service in context.FirewallSubnet is null ? [] : context.Topology.Services!
            where service is { LoadBalancer: LoadBalancerKind.Internal, Address: { } address, SourceRanges.Count: > 0 } && targets.Contains(address)
            where !service.IsUnreadable(nameof(LoadBalancerService.SourceRanges)) && !service.IsUnreadable(nameof(LoadBalancerService.LoadBalancer))
            where !new PrefixSet(service.SourceRanges!).Contains(context.FirewallSubnet!.Prefix)
            select At(service.At(nameof(LoadBalancerService.SourceRanges)), $"A DNAT rule leads to Service '{service.Name}', and its packets come from the firewall ({context.FirewallSubnet!.Prefix}), which hides the clients: the source ranges let none in. Leave sourceRanges out, or add {context.FirewallSubnet.Prefix}; restrict clients by 'source' of the DNAT rule.");
    }
}
