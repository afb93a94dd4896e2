using AksEgress.Diagnostics;
using AksEgress.Model;
using AksEgress.Sizing;
using AksEgress.Validation.Clusters;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Services;

/// <summary>Nodes take addresses from the bottom, before any Service asks.</summary>
internal sealed class InternalAddressOfNodes() : TopologyRule("AKSE2616", Info, "The address of an internal load balancer is not among those that nodes take first")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var network = context.Cluster.Network!;
        var taken = context.Pools.Where(PoolSize.IsKnown).GroupBy(pool => pool.Subnet ?? "", StringComparer.OrdinalIgnoreCase)
            .ToDictionary(pools => pools.Key, pools => pools.Sum(pool => (long)Math.Clamp(pool.Count!.Value, 0, NodePoolCount.Max) * PoolSize.NodeAddresses(network, pool)), StringComparer.OrdinalIgnoreCase);

        // A derived address is the highest that is free: where nodes take that as well, the subnet is too small.
        var said = (context.Said.Publish ?? []).Select(entry => entry.Address).Concat((context.Said.Services ?? []).Select(service => service.Address)).OfType<Ipv4Address>().ToHashSet();
        return
            from entry in InternalAddresses.Of(context)
            where UsableAddresses.Contain(entry.Subnet.Prefix, entry.Address) && said.Contains(entry.Address)
            let place = (long)entry.Address.Value - UsableAddresses.First(entry.Subnet.Prefix)!.Value.Value
            let nodes = taken.GetValueOrDefault(entry.Subnet.Name)
            where place < nodes
            select At(entry.Service.At(nameof(LoadBalancerService.Address)), $"Service '{entry.Service.Name}' has the address {entry.Address} of '{entry.Subnet.Name}', where nodes take the first {nodes} from {UsableAddresses.First(entry.Subnet.Prefix)} on: it is likely gone when the Service asks for it. Choose one near the end of the subnet, or leave address out.");
    }
}
