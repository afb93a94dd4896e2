using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>Tier Basic has no DNS settings.</summary>
internal sealed class DnsTier() : TopologyRule("AKSE2206", Error, "DNS proxy and DNS servers need tier Standard or Premium")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var dns = context.Firewall.Dns!;
        if (context.Firewall.Tier == FirewallTier.Basic && context.KnowsFirewall(nameof(Firewall.Tier)) && (dns.Proxy == true || dns.Servers!.Count > 0))
        {
            yield return At(dns.At(dns.Proxy == true ? nameof(FirewallDns.Proxy) : nameof(FirewallDns.Servers)), $"A firewall of tier Basic has no DNS proxy and no DNS servers of its own; Azure refuses the policy (\"contains higher tier only properties\"). Leave them out, or take tier Standard.");
        }
    }
}
