using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Breadth;

/// <summary>Graver ones have rules of their own.</summary>
internal sealed class EveryAddress() : TopologyRule("AKSE2704", Info, "A network rule says where to")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        foreach (var rule in context.Policy.AllowedNetworkRules)
        {
            if (BroadAddresses.FindEveryAddress(rule.Destination!) is { } every && !NetworkBreadth.IsEveryPort(rule) && !NetworkBreadth.IsWeb(rule) && !NetworkBreadth.IsDns(rule))
            {
                yield return At(rule.At(nameof(NetworkRule.Destination), index), $"Network rule '{rule.Name}' allows {string.Join(", ", rule.Ports)} to every address ({rule.Destination![index]}). Name addresses, a service tag such as AzureCloud.{ServiceTagRegions.For(context.Topology.Location)}, or hosts.");
            }
        }
    }
}
