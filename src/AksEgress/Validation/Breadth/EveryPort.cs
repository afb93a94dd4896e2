using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Breadth;

/// <summary>Rules for every address have a rule of their own.</summary>
internal sealed class EveryPort() : TopologyRule("AKSE2707", Info, "A network rule says which ports")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        foreach (var rule in context.Policy.AllowedNetworkRules)
        {
            if (NetworkBreadth.IsEveryPort(rule) && !BroadAddresses.AreEverything(rule.Destination!) && NetworkBreadth.FindCloud(rule) < 0)
            {
                yield return At(rule.At(nameof(NetworkRule.Ports)), $"Network rule '{rule.Name}' allows every port of its destinations. Name the ports that are needed.");
            }
        }
    }
}
