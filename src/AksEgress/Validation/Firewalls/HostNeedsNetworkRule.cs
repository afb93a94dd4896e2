using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>Application rules are for HTTP and HTTPS.</summary>
internal sealed class HostNeedsNetworkRule() : TopologyRule("AKSE2238", Warning, "A host that answers neither HTTP nor HTTPS is allowed by a network rule")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var isBasic = context.Firewall.Tier == FirewallTier.Basic && context.KnowsFirewall(nameof(Firewall.Tier));
        foreach (var rule in context.Policy.AllowedApplicationRules)
        {
            for (var i = 0; i < rule.Fqdns!.Count; i++)
            {
                if (KnownHosts.Find(rule.Fqdns[i].ToString()) is { Application.Count: 0, Network: { } port })
                {
                    yield return At(ApplicationRulePlace.OfHost(rule, i), $"{rule.Fqdns[i]} is asked by {port}, which an application rule cannot match: they are for HTTP and HTTPS. Write a network rule {(isBasic ? "for its addresses; one for hosts needs tier Standard" : $"that names {rule.Fqdns[i]} under 'fqdns'")}.");
                }
            }
        }
    }
}
