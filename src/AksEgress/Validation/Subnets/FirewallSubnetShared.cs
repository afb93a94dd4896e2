using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Subnets;

/// <summary>The firewall's subnets carry nothing else.</summary>
internal sealed class FirewallSubnetShared() : TopologyRule("AKSE2115", Error, "Nodes, pods and load balancers keep out of the firewall's subnets")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
    [
        .. context.Pools.SelectMany(pool => Check(context, pool, nameof(NodePool.Subnet), pool.Subnet, $"Node pool '{pool.Name}'")),
        .. context.Pools.SelectMany(pool => Check(context, pool, nameof(NodePool.PodSubnet), pool.PodSubnet, $"Node pool '{pool.Name}'")),
        .. context.Topology.Services!.SelectMany(service => Check(context, service, nameof(LoadBalancerService.Subnet), service.Subnet, $"Service '{service.Name}'")),
    ];

    private IEnumerable<Diagnostic> Check(ValidationContext context, Node node, string member, string? name, FormattableString what)
    {
        if (context.Subnets.Find(name) is { Role: SubnetRole.Firewall or SubnetRole.FirewallManagement } subnet)
        {
            yield return At(node.At(member), $"{what} is put into {subnet.Name}, which Azure keeps for the firewall alone. Name another subnet.");
        }
    }
}
