using AksEgress.Diagnostics;
using AksEgress.Model;
using AksEgress.Sizing;
using AksEgress.Validation.Clusters;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Subnets;

/// <summary>Pods in a subnet of their own take its addresses as they come.</summary>
internal sealed class PodSubnetSize() : TopologyRule("AKSE2118", Warning, "A pod subnet has an address for every pod that its nodes may have")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from entry in context.KnowsPools && context.KnowsRoles && PodSubnetMode.TakesPodSubnets(context) ? SubnetPools.Of(context, pool => pool.PodSubnet) : []
        let pods = SubnetDemand.OfPods(entry.Pools)
        let available = UsableAddresses.Count(entry.Subnet.Prefix)
        where pods > available
        select At(entry.Subnet.At(nameof(Subnet.Prefix)), $"'{entry.Subnet.Name}' ({entry.Subnet.Prefix}) has {available} addresses to give, and the nodes of its pools may have {pods} pods at their most: those beyond stay without an address and do not start. Write a prefix of {SubnetDemand.PrefixFor(pods)}, or less maxPods.");
}
