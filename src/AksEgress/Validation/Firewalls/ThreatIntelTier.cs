using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>Tier Basic only logs.</summary>
internal sealed class ThreatIntelTier() : TopologyRule("AKSE2205", Error, "Threat intelligence denies traffic only with tier Standard or Premium")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var firewall = context.Firewall;
        if (firewall is { Tier: FirewallTier.Basic, ThreatIntelMode: ThreatIntelMode.Deny } && context.KnowsFirewall(nameof(Firewall.Tier)))
        {
            yield return At(firewall.At(nameof(Firewall.ThreatIntelMode)), $"A firewall of tier Basic cannot deny by threat intelligence. Write 'alert', or take tier Standard.");
        }
    }
}
