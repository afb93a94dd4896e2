using AksEgress.Model;
using static AksEgress.Rendering.Report.ReportWords;

namespace AksEgress.Rendering.Report.Diagram;

/// <summary>What lies in a subnet.</summary>
/// <param name="Subnet">The subnet.</param>
/// <param name="Exit">Where its packets go first.</param>
/// <param name="Routes">Its route table and routes, a line each.</param>
/// <param name="Pools">The cluster's node pools and pods in it, a line each.</param>
/// <param name="Published">What is published from it.</param>
internal sealed record SubnetContent(Subnet Subnet, NetworkExit Exit, List<string> Routes, List<string> Pools, List<Inbound> Published)
{
    /// <summary>The content of a subnet.</summary>
    public static SubnetContent Of(EgressTopology topology, Subnet subnet, IEnumerable<Inbound> inbound)
    {
        var table = SubnetRoutes.TableOf(topology, subnet);
        var endpoints = subnet.ServiceEndpoints is { Count: > 0 } some ? string.Join(", ", some) : null;
        return new(
            subnet,
            SubnetRoutes.ExitOf(topology, subnet),
            [table is null ? "no route table" : $"route table {table.Name}", .. table?.Routes!.Select(SubnetRoutes.TextOf) ?? [], .. Maybe(endpoints is null ? null : $"directly: {endpoints}")],
            [
                .. topology.Cluster!.NodePools!.Where(pool => Is(pool.Subnet, subnet)).Select(pool => $"{pool.Name}: {Nodes(pool)} × {pool.VmSize}"),
                .. topology.Cluster.NodePools!.Where(pool => Is(pool.PodSubnet, subnet)).Select(pool => $"pods of {pool.Name}"),
            ],
            [.. inbound.Where(one => one.Address is { } address && subnet.Prefix.Contains(address))]);
    }

    private static string Nodes(NodePool pool) => pool is { MinCount: { } least, MaxCount: { } most } ? FormattableString.Invariant($"{least} to {most}") : FormattableString.Invariant($"{pool.Count}");

    private static bool Is(string? name, Subnet subnet) => string.Equals(name, subnet.Name, StringComparison.OrdinalIgnoreCase);
}
