using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>Azure matches hosts in network rules by what the firewall's own DNS resolved.</summary>
internal sealed class HostRuleNeedsProxy() : TopologyRule("AKSE2207", Error, "Hosts in network rules need the DNS proxy")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        if (context.KnowsProxy && context.Firewall is { Tier: not FirewallTier.Basic, Dns.Proxy: false } && context.Policy.FirstWithHosts is { } rule)
        {
            yield return At(rule.At(nameof(NetworkRule.Fqdns)), $"Network rule '{rule.Name}' names hosts ({rule.Fqdns![0]}), but the firewall's DNS proxy is off; Azure refuses that (\"DNS Proxy must be enabled\"). Turn the proxy on, or {HostRuleTier.OtherWay(rule)}.");
        }
    }
}
