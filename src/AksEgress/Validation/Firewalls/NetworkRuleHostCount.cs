using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>The firewall resolves each of these hosts again and again.</summary>
internal sealed class NetworkRuleHostCount() : TopologyRule("AKSE2245", Warning, "The network rules of a policy name no more hosts than the firewall resolves")
{
    private static readonly int _max = FirewallFacts.Known.MaxNetworkRuleHosts.Value;

    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var hosts = new HashSet<Fqdn>();
        NetworkRule? first = null;
        foreach (var rule in context.Policy.NetworkRules)
        {
            hosts.UnionWith(rule.Fqdns!);
            first ??= hosts.Count > _max ? rule : null;
        }

        if (first is not null)
        {
            yield return At(first.At(nameof(NetworkRule.Fqdns)), $"The network rules name {hosts.Count} hosts; from network rule '{first.Name}' on that is more than the {_max} that Azure Firewall is made for. Allow hosts that speak HTTP or HTTPS by application rules.");
        }
    }
}
