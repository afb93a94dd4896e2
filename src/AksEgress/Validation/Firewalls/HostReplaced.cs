using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>Hosts are given up for others.</summary>
internal sealed class HostReplaced() : TopologyRule("AKSE2239", Warning, "A host that was replaced is allowed together with the one that replaced it")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        foreach (var replaced in FirewallFacts.Known.ReplacedHosts)
        {
            if (AllowedHosts.PlaceOf(context.Policy, replaced.Former) is { } place && !AllowedHosts.Contain(context, replaced.Current))
            {
                yield return At(place, $"{replaced.Former} was replaced by {replaced.Current}, which no rule allows; new nodes cannot be provisioned without it. Add '{replaced.Current}'.");
            }
        }
    }
}
