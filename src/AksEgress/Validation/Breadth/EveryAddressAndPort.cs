using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Breadth;

/// <summary>What allows everything is no rule.</summary>
internal sealed class EveryAddressAndPort() : TopologyRule("AKSE2703", Warning, "A network rule does not allow every port of every address")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        foreach (var rule in context.Policy.AllowedNetworkRules)
        {
            if (BroadAddresses.FindEveryAddress(rule.Destination!) is { } every && NetworkBreadth.IsEveryPort(rule))
            {
                yield return At(rule.At(nameof(NetworkRule.Destination), every.Index), $"Network rule '{rule.Name}' allows every port of every address, so the firewall filters nothing: application rules are not asked where a network rule matches. Name what is needed: hosts in application rules, addresses and ports here.");
            }
        }
    }
}
