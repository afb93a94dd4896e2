using AksEgress.Analysis;
using AksEgress.Model;

namespace AksEgress.Tests.Analysis.Reference;

/// <summary>The addresses that a flow may come from, each with its subnet.</summary>
internal sealed class ReferenceSources(EgressTopology topology, ReferenceAddresses addresses)
{
    public IEnumerable<(Subnet? Subnet, Ipv4Address Address)> Of(FlowSource source)
    {
        if (source.Subnet is { } name)
        {
            return In(Find(name));
        }

        if (source.Address is not { } address)
        {
            return AnyPod();
        }

        var subnet = topology.Network.Subnets.FirstOrDefault(subnet => subnet.Prefix.Contains(address));
        var isPod = subnet is null && topology.Cluster!.Network is { } network && (network.Plugin == NetworkPlugin.Kubenet || network.PluginMode == NetworkPluginMode.Overlay) && network.PodCidr!.Value.Contains(address);
        return isPod ? AnyPod() : [(subnet, address)];
    }

    private IEnumerable<(Subnet? Subnet, Ipv4Address Address)> AnyPod() =>
        topology.Cluster!.NodePools!.Select(pool => pool.PodSubnet ?? pool.Subnet!).Distinct(StringComparer.OrdinalIgnoreCase).SelectMany(name => In(Find(name)));

    private IEnumerable<(Subnet? Subnet, Ipv4Address Address)> In(Subnet subnet) => addresses.In(subnet.Prefix).Select(address => ((Subnet?)subnet, address));

    private Subnet Find(string name) => topology.Network.Subnets.First(subnet => subnet.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
