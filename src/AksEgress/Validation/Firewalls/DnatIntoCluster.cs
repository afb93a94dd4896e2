using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>Addresses of Services, and of pods with a range of their own, are known inside of the cluster only.</summary>
internal sealed class DnatIntoCluster() : TopologyRule("AKSE2253", Warning, "A DNAT rule does not translate to an address that only the cluster knows")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var network = context.Cluster.Network!;
        foreach (var rule in context.Policy.DnatRules)
        {
            if (rule.TranslatedAddress is not { } address)
            {
                continue;
            }

            var owner = network.ServiceCidr is { } services && services.Contains(address) && !network.IsUnreadable(nameof(ClusterNetwork.ServiceCidr)) ? $"Services ({services})"
                : network.PodCidr is { } pods && pods.Contains(address) && !network.IsUnreadable(nameof(ClusterNetwork.PodCidr)) ? $"pods ({pods})"
                : null;
            if (owner is not null)
            {
                yield return At(
                    rule.At(nameof(DnatRule.TranslatedAddress)),
                    $"DNAT rule '{rule.Name}' translates to {address}, in the range of the cluster's {owner}. No network outside of the cluster has a route there, so the packets are lost. Translate to the address of an internal load balancer, as 'publish' does.");
            }
        }
    }
}
