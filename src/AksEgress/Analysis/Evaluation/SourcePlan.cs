using System.Collections.Immutable;
using AksEgress.Analysis.Sets;
using AksEgress.Model;

namespace AksEgress.Analysis.Evaluation;

/// <summary>A part of the sources of a flow: addresses of one subnet that no rule tells apart.</summary>
/// <param name="Addresses">The addresses.</param>
/// <param name="Routes">The routes of their subnet; null where the addresses are in none.</param>
internal sealed record SourcePart(AddressSpan Addresses, RoutePlan? Routes);

/// <summary>Where flows come from: subnets with their routes, each cut where rules tell sources apart.</summary>
internal sealed class SourcePlan
{
    private readonly FirstMatch _subnetByAddress;
    private readonly RoutePlan[] _routes;
    private readonly Dictionary<string, ImmutableArray<SourcePart>> _bySubnet = new(StringComparer.OrdinalIgnoreCase);
    private readonly AddressSet _nodesAndPods;
    private readonly AddressSet _hiddenPods;

    public SourcePlan(EgressTopology topology, CompiledPolicy policy, AddressSet publicAddresses, ServiceTagPrefixes? prefixes)
    {
        var subnets = topology.Network.Subnets;
        var classes = new ClassMap(policy.All.SelectMany((rule, index) => rule.Source.Spans.Select(span => (span, index))));
        _routes = [.. subnets.Select(subnet => new RoutePlan(topology, subnet, publicAddresses, prefixes))];
        Subnets = [.. subnets.Select(subnet => new AddressSpan(subnet.Prefix.First.Value, subnet.Prefix.Last.Value))];
        _subnetByAddress = FirstMatch.Of([.. Subnets.Select((span, index) => (span, index))]);
        for (var i = 0; i < subnets.Count; i++)
        {
            var span = new AddressSpan(subnets[i].Prefix.First.Value, subnets[i].Prefix.Last.Value);
            _bySubnet.TryAdd(subnets[i].Name, [.. classes.Pieces(span).Select(piece => new SourcePart(piece.Span, _routes[i]))]);
        }

        var pools = topology.Cluster!.NodePools!;
        AnyPod = [.. pools.Select(pool => pool.PodSubnet ?? pool.Subnet).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).SelectMany(name => OfSubnet(name) ?? [])];
        _nodesAndPods = AddressSet.Of(pools.SelectMany(pool => pool.SubnetNames).SelectMany(name => OfSubnet(name) ?? []).Select(part => part.Addresses));
        var network = topology.Cluster.Network;
        var isHidden = network is { Plugin: NetworkPlugin.Kubenet } or { PluginMode: NetworkPluginMode.Overlay };
        _hiddenPods = isHidden && network!.PodCidr is { } pods ? AddressSet.Of([pods]) : AddressSet.Empty;
        InsideCluster = network?.ServiceCidr is { } services ? _hiddenPods.Union(AddressSet.Of([services])) : _hiddenPods;
    }

    /// <summary>The addresses of the subnets.</summary>
    public IEnumerable<AddressSpan> Subnets { get; }

    /// <summary>What any pod looks like to the network: with overlay and kubenet nodes put their own address in place of the pod's.</summary>
    public ImmutableArray<SourcePart> AnyPod { get; }

    /// <summary>Addresses of pods that nodes hide, and of Services: they mean something inside of the cluster alone.</summary>
    public AddressSet InsideCluster { get; }

    /// <summary>True when the flow stays in the cluster: between its nodes and pods, and what only they know.</summary>
    public bool StaysInCluster(uint source, uint address) => InsideCluster.Contains(address) && _nodesAndPods.Contains(source);

    /// <summary>True when the same addresses are nodes and pods, and the same only they know.</summary>
    public bool HasSameClusterAs(SourcePlan other) => InsideCluster.Equals(other.InsideCluster) && _nodesAndPods.Equals(other._nodesAndPods);

    /// <summary>The parts of a subnet, or null when there is none of that name.</summary>
    public ImmutableArray<SourcePart>? OfSubnet(string name) => _bySubnet.TryGetValue(name, out var parts) ? parts : null;

    /// <summary>True for addresses of pods that nodes hide behind their own.</summary>
    public bool IsHiddenPod(Ipv4Address address) => _hiddenPods.Contains(address.Value);

    /// <summary>The routes of the subnet that holds the address, or null.</summary>
    public RoutePlan? RoutesOf(Ipv4Address address) => _subnetByAddress.Find(address.Value) is var index and not FirstMatch.None ? _routes[index] : null;
}
