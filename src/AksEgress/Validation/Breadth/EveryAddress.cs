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
        var region = ServiceTagRegions.For(context.Topology.Location);
        foreach (var rule in context.Policy.AllowedNetworkRules)
        {
            if (BroadAddresses.FindEveryAddress(rule.Destination!) is >= 0 and var index && !NetworkBreadth.IsEveryPort(rule) && !NetworkBreadth.IsWeb(rule) && !NetworkBreadth.IsDns(rule))
            {
                yield return At(rule.At(nameof(NetworkRule.Destination), index), $"Network rule '{rule.Name}' allows {string.Join(", ", rule.Ports)} to every address ({rule.Destination![index]}). Name addresses, a service tag such as AzureCloud.{region}, or hosts.");
            }
        }
    }
}
