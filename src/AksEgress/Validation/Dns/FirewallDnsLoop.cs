using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Dns;

/// <summary>Who asks himself gets no answer.</summary>
internal sealed class FirewallDnsLoop() : TopologyRule("AKSE2506", Info, "The firewall does not ask itself for names")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        // Tier Basic has no DNS servers at all, which is a mistake of its own.
        var dns = context.Firewall.Dns!;
        for (var i = 0; context.FirewallAddress is not null && context.Firewall.Tier != FirewallTier.Basic && i < dns.Servers!.Count; i++)
        {
            if (dns.Servers[i] == context.FirewallAddress)
            {
                yield return At(dns.At(nameof(FirewallDns.Servers), i), $"The firewall would ask {dns.Servers[i]} for names, which is itself: questions go round and nobody answers. Leave servers out for Azure's own DNS, or write other ones.");
            }
        }
    }
}
