using AksEgress.Diagnostics;
using AksEgress.Model;
using AksEgress.Sizing;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Subnets;

/// <summary>Every node has an address, and with pods in the node subnet so has every pod.</summary>
internal sealed class NodeSubnetSize() : TopologyRule("AKSE2116", Error, "A node subnet has an address for every node, and for every pod without another range")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from demand in SubnetPools.DemandOfNodes(context)
        where demand.IsTooLarge
        select At(demand.Subnet.At(nameof(Subnet.Prefix)), $"'{demand.Subnet.Name}' ({demand.Subnet.Prefix}) has {demand.Available} addresses to give, and its {demand.Nodes} nodes at their most take {demand.Addresses}{(demand.Addresses > demand.Nodes ? ", one each and one for each of their pods" : "")}; AKS refuses the cluster (InsufficientSubnetSize). Write a prefix of {SubnetDemand.PrefixFor(demand.Addresses + demand.Surge + demand.Others)}{(demand.Addresses > demand.Nodes ? ", or take overlay, whose pods have a range of their own" : "")}.");
}
