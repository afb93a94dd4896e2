using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>The firewall resolves the host that a DNAT rule translates to.</summary>
internal sealed class DnatHostNeedsProxy() : TopologyRule("AKSE2249", Warning, "A DNAT rule that translates to a host needs the DNS proxy")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        if (!context.KnowsProxy || context.Firewall.Dns!.Proxy != false)
        {
            yield break;
        }

        foreach (var rule in context.Policy.DnatRules)
        {
            if (rule is { TranslatedFqdn: { } host, TranslatedAddress: null })
            {
                yield return At(rule.At(nameof(DnatRule.TranslatedFqdn)), $"DNAT rule '{rule.Name}' translates to {host}, but the firewall's DNS proxy is off; without it the rule fails silently. Write 'translatedAddress'{(context.Firewall.Tier == FirewallTier.Basic ? ", or take tier Standard" : ", or turn the proxy on")}.");
            }
        }
    }
}
