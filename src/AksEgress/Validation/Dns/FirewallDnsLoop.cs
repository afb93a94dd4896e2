using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Dns;

/// <summary>Who asks himself gets no answer.</summary>
internal sealed class FirewallDnsLoop() : TopologyRule("AKSE2506", Warning, "The firewall does not ask itself for names")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var dns = context.Firewall.Dns!;
        for (var i = 0; context.FirewallAddress is not null && i < dns.Servers!.Count; i++)
        {
            if (dns.Servers[i] == context.FirewallAddress)
            {
                yield return At(dns.At(nameof(FirewallDns.Servers), i), $"The firewall would ask {dns.Servers[i]} for names, which is itself: questions go round and nobody answers. Leave servers out for Azure's own DNS, or write other ones.");
            }
        }
    }
}
