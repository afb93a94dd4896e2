using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>Addresses and service tags, or hosts.</summary>
internal sealed class NetworkRuleDestination() : TopologyRule("AKSE2215", Error, "A network rule has one kind of destination: addresses and service tags, or hosts")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        foreach (var rule in context.Policy.NetworkRules)
        {
            var hasAddresses = rule.Destination!.Count + rule.ServiceTags!.Count > 0;
            var hasHosts = rule.Fqdns!.Count > 0;
            if (hasAddresses && hasHosts)
            {
                yield return At(rule.At(nameof(NetworkRule.Fqdns)), $"Network rule '{rule.Name}' has a destination and hosts; Azure takes one or the other. Make two rules of it.");
            }
            else if (!hasAddresses && !hasHosts && !rule.IsUnreadable(nameof(NetworkRule.Destination)) && !rule.IsUnreadable(nameof(NetworkRule.Fqdns)))
            {
                yield return At(rule.Origin.Span, $"Network rule '{rule.Name}' has no destination, and Azure refuses it. Name addresses or service tags as its destination, or hosts under 'fqdns'.");
            }
        }
    }
}
