using AksEgress.Model;
using AksEgress.Rendering.Report.Diagram;
using static AksEgress.Rendering.Report.ReportWords;

namespace AksEgress.Rendering.Report;

/// <summary>What the picture shows, in sentences: for who cannot see it, and with the names in full.</summary>
internal static class PictureText
{
    /// <summary>The sentences.</summary>
    public static IEnumerable<Prose> Of(EgressTopology topology)
    {
        var (firewall, network) = (topology.Firewall!, topology.Network);
        var inbound = Inbound.Of(topology);
        var frontends = firewall.Frontends!;
        yield return new($"The firewall {firewall.Name} ({firewall.Tier}) has the address {firewall.PrivateIpAddress} inside and {Count(frontends.Count!.Value, "public address")}, {(frontends.Count == 1 ? frontends.Name : FormattableString.Invariant($"{frontends.Name} to {frontends.Name}-{frontends.Count}"))}.");
        yield return new($"The network {network.Name} has {string.Join(", ", network.AddressSpace)} and asks {(network.DnsServers!.Count == 0 ? "Azure's own DNS" : $"the DNS servers {string.Join(", ", network.DnsServers)}")}.");
        foreach (var subnet in network.Subnets)
        {
            var content = SubnetContent.Of(topology, subnet, inbound);
            yield return new($"The subnet {subnet.Name} ({subnet.Prefix}, {DocumentWord.Of(subnet.Role!.Value)}) has {string.Join("; ", content.Routes)}.{Exit(content)}{(content.Pools.Count == 0 ? "" : $" Of the cluster {topology.Cluster!.Name} it holds {string.Join("; ", content.Pools)}.")}");
        }

        foreach (var one in inbound)
        {
            yield return new($"{one.Name} is published: what comes to {one.Frontend} goes to {one.Target}.");
        }
    }

    private static string Exit(SubnetContent content) => content.Subnet.Role is SubnetRole.Firewall or SubnetRole.FirewallManagement ? "" : content.Exit switch
    {
        NetworkExit.Firewall => " Its default route leads to the firewall.",
        NetworkExit.Direct => " Its default route leads out, past the firewall.",
        NetworkExit.Dropped => " Its default route drops what would leave.",
        _ => " Its default route leads to a gateway or another appliance.",
    };
}
