using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Breadth;

/// <summary>A network rule with hosts lets pass to addresses, which other hosts may share.</summary>
internal sealed class HostByAddress() : TopologyRule("AKSE2710", Info, "A host that answers HTTP or HTTPS is allowed by an application rule")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        foreach (var rule in context.Policy.AllowedNetworkRules.Where(NetworkBreadth.IsWeb))
        {
            for (var i = 0; i < rule.Fqdns!.Count; i++)
            {
                if (KnownHosts.Find(rule.Fqdns[i].ToString()) is { Application.Count: > 0 } known)
                {
                    yield return At(rule.At(nameof(NetworkRule.Fqdns), i), $"Network rule '{rule.Name}' allows the addresses of {rule.Fqdns[i]} that the firewall resolved: other hosts of the same addresses pass too, and requests to an address that it has not seen yet are denied. Write an application rule with {string.Join(", ", known.Application)}.");
                }
            }
        }
    }
}
