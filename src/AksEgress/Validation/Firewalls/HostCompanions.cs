using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>Some hosts hand over to others.</summary>
internal sealed class HostCompanions() : TopologyRule("AKSE2251", Warning, "A host is allowed together with those that it hands over to")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        foreach (var companions in FirewallFacts.Known.CompanionHosts)
        {
            if (AllowedHosts.PlaceOf(context.Policy, companions.Host) is { } place
                && companions.Needs.Where(needed => !AllowedHosts.Contain(context, needed.Host)).ToList() is { Count: > 0 } missing)
            {
                yield return At(place, $"{companions.Host} hands over to {string.Join(" and ", missing.Select(needed => $"{needed.Host} (for {needed.For})"))}, which no rule allows; those would fail. Add what is missing, or allow the set '{companions.Set}' instead.");
            }
        }
    }
}
