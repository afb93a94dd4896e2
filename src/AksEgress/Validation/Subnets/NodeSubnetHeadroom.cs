using AksEgress.Diagnostics;
using AksEgress.Model;
using AksEgress.Sizing;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Subnets;

/// <summary>Upgrades make nodes before they take nodes away.</summary>
internal sealed class NodeSubnetHeadroom() : TopologyRule("AKSE2117", Warning, "A node subnet has room for the nodes that an upgrade adds, and for its load balancers")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from demand in SubnetPools.DemandOfNodes(context)
        let needed = demand.Addresses + demand.Surge + demand.Others
        where !demand.IsTooLarge && needed > demand.Available
        select At(demand.Subnet.At(nameof(Subnet.Prefix)), $"'{demand.Subnet.Name}' ({demand.Subnet.Prefix}) has {demand.Available} addresses to give. Its nodes at their most take {demand.Addresses}, an upgrade {demand.Surge} more, and load balancers and the private API server {demand.Others}: with full pools upgrades would fail for want of addresses. Write a prefix of {SubnetDemand.PrefixFor(needed)}.");
}
