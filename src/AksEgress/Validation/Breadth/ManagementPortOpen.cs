using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Breadth;

/// <summary>What can be logged in to is looked for all the time.</summary>
internal sealed class ManagementPortOpen() : TopologyRule("AKSE2702", Warning, "SSH and RDP are not open to the whole Internet")
{
    private static readonly PortList _ports = FirewallFacts.Known.ManagementPorts;

    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        foreach (var rule in context.Policy.DnatRules)
        {
            if (!rule.IsUnreadable(nameof(DnatRule.Source)) && ManagementPort(rule) is { } port && BroadAddresses.FindEveryAddress(rule.Source!) is { } every && rule.Destination!.Any(IsPublic))
            {
                // Everybody is the default: then the port is all that was said.
                var place = rule.Origin.Has(nameof(DnatRule.Source)) ? rule.At(nameof(DnatRule.Source), every.Index) : rule.At(nameof(DnatRule.Port));
                yield return At(place, $"DNAT rule '{rule.Name}' opens port {port}, by which machines are managed, to the whole Internet. Name who may come in under 'source', such as 203.0.113.7/32.");
            }
        }
    }

    private static int? ManagementPort(DnatRule rule) =>
        _ports.Ports.Contains(rule.Port.First) && rule.Port.IsSingle ? rule.Port.First
        : rule.TranslatedPort is { IsSingle: true } inner && _ports.Ports.Contains(inner.First) ? inner.First
        : null;

    private static bool IsPublic(DnatDestination destination) => destination.Address is not { } address || !KnownRanges.Private.Contains(address);
}
