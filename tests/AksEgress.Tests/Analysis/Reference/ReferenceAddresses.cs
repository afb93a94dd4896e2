using AksEgress.Knowledge;
using AksEgress.Model;

namespace AksEgress.Tests.Analysis.Reference;

/// <summary>One address for every stretch of addresses that nothing in a topology tells apart.</summary>
internal sealed class ReferenceAddresses
{
    private readonly List<Cidr> _notPublic;
    private readonly List<Ipv4Address> _all;

    public ReferenceAddresses(EgressTopology topology, IReadOnlyDictionary<string, Cidr[]> tagFile)
    {
        var limits = Limits.Known;
        _notPublic = [.. limits.PrivateRanges.Cidrs.Concat(limits.UnroutableRanges.Cidrs).Select(Cidr.Parse), .. topology.Network.AddressSpace];
        var starts = new SortedSet<long> { 0 };
        foreach (var range in Ranges(topology).Concat(_notPublic.Concat(tagFile.Values.SelectMany(prefixes => prefixes)).Select(AddressRange.FromCidr)))
        {
            starts.Add(range.First.Value);
            starts.Add(range.Last.Value + 1L);
        }

        _all = [.. starts.Where(start => start <= uint.MaxValue).Select(start => new Ipv4Address((uint)start))];
        Public = [.. _all.Where(address => IsPublic(address) && address != ReferenceRoutes.Platform)];
    }

    /// <summary>For every stretch of public addresses one.</summary>
    public IReadOnlyList<Ipv4Address> Public { get; }

    /// <summary>For every stretch that nothing in either topology tells apart one, where it is public in one, or in both.</summary>
    public IEnumerable<Ipv4Address> PublicWith(ReferenceAddresses other, bool inBoth) => _all.Concat(other._all).Distinct()
        .Where(address => address != ReferenceRoutes.Platform && (inBoth ? IsPublic(address) && other.IsPublic(address) : IsPublic(address) || other.IsPublic(address)));

    public bool IsPublic(Ipv4Address address) => !_notPublic.Exists(range => range.Contains(address));

    /// <summary>For every stretch of a prefix one.</summary>
    public IEnumerable<Ipv4Address> In(Cidr prefix) => _all.Where(prefix.Contains);

    private static IEnumerable<AddressRange> Ranges(EgressTopology topology) =>
    [
        ReferenceRoutes.Platform,
        .. topology.Network.Subnets.Select(subnet => AddressRange.FromCidr(subnet.Prefix)),
        .. from table in topology.Network.RouteTables! from route in table.Routes! where route.Prefix.Prefix is not null select AddressRange.FromCidr(route.Prefix.Prefix!.Value),
        .. from rule in ReferenceRules.Dnat(topology) from range in rule.Rule.Source! select range,
        .. from rule in ReferenceRules.Dnat(topology) from destination in rule.Rule.Destination! where destination.Address is not null select AddressRange.FromIpv4Address(destination.Address!.Value),
        .. from rule in ReferenceRules.Network(topology) from range in rule.Rule.Source!.Concat(rule.Rule.Destination!) select range,
        .. from rule in ReferenceRules.Application(topology) from range in rule.Rule.Source! select range,
    ];
}
