using AksEgress.Diagnostics;
using AksEgress.Model;
using AksEgress.Validation.Breadth;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>Tier Basic does not resolve hosts in network rules.</summary>
internal sealed class HostRuleTier() : TopologyRule("AKSE2208", Error, "Hosts in network rules need tier Standard or Premium")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        if (context.Firewall.Tier == FirewallTier.Basic && context.KnowsFirewall(nameof(Firewall.Tier)) && context.Policy.FirstWithHosts is { } rule)
        {
            yield return At(rule.At(nameof(NetworkRule.Fqdns)), $"Network rule '{rule.Name}' names hosts ({rule.Fqdns![0]}), which a firewall of tier Basic cannot match. Take tier Standard, or {OtherWay(rule)}.");
        }
    }

    /// <summary>How to allow the hosts of a network rule without naming them there: application rules are for HTTP and HTTPS only.</summary>
    public static string OtherWay(NetworkRule rule) =>
        NetworkBreadth.IsHttp(rule) || NetworkBreadth.IsHttps(rule)
            ? "allow the host by an application rule"
            : $"name its addresses under 'destination': an application rule does not match {string.Join(", ", rule.Protocols.Select(DocumentWord.Of))} {string.Join(", ", rule.Ports)}";
}
