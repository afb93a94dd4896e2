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
            if (BroadAddresses.FindEveryAddress(rule.Destination!) is { } every && !NetworkBreadth.IsEveryPort(rule) && !NetworkBreadth.IsWeb(rule) && !NetworkBreadth.IsDns(rule))
            {
                yield return At(rule.At(nameof(NetworkRule.Destination), every.Index), $"Network rule '{rule.Name}' allows {string.Join(", ", rule.Ports)} to every address ({every.Text}). {Quotation.Own(Advice(context, rule))}");
            }
        }
    }

    /// <summary>No service tag holds public time servers; the host that nodes ask is known.</summary>
    private static string Advice(ValidationContext context, NetworkRule rule) =>
        !NetworkBreadth.IsTime(rule) ? $"Name addresses, a service tag such as AzureCloud.{ServiceTagRegions.For(context.Topology.Location)}, or hosts."
        : context.KnowsProxy && context.Firewall is { Tier: not FirewallTier.Basic, Dns.Proxy: true } ? $"Name the time server, {NetworkBreadth.TimeServer}, under 'fqdns': the firewall's DNS proxy resolves it; or add '{DocumentWord.Of(Model.EndpointSet.UbuntuTime)}' under allow."
        : $"Name the addresses of the time servers; {NetworkBreadth.TimeServer} by its name needs tier Standard with the DNS proxy on.";
}
