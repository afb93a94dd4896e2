using System.Collections.Immutable;
using AksEgress.Analysis.Evaluation;
using AksEgress.Analysis.Sets;

namespace AksEgress.Analysis.Difference;

/// <summary>Flows of which two topologies make something else: all that come from, go to and speak what it says.</summary>
/// <param name="Sources">Where they come from.</param>
/// <param name="Services">What they speak.</param>
/// <param name="Hosts">The classes of their hosts, sorted.</param>
/// <param name="IncludesBare">True when flows to bare addresses are among them.</param>
/// <param name="Addresses">The addresses that they go to.</param>
/// <param name="Change">What became different.</param>
/// <param name="Rules">The rules that decide now, or decided before where none does now.</param>
internal sealed record Region(
    AddressSet Sources, ImmutableArray<ServiceClass> Services, ImmutableArray<int> Hosts, bool IncludesBare, AddressSet Addresses, Change Change, ImmutableArray<IFirewallRule> Rules)
{
    /// <summary>The flows of regions as fewer regions: those that differ in one respect only become one.</summary>
    public static IReadOnlyList<Region> Merge(IEnumerable<Region> regions)
    {
        var byAddress = Join(regions, one => (one.Sources, ServicesOf(one), HostsOf(one), one.Change), (first, same) => first with { Addresses = Union(same.Select(one => one.Addresses)) });
        var byHost = Join(byAddress, one => (one.Sources, ServicesOf(one), one.Addresses, one.Change),
            (first, same) => first with { Hosts = [.. same.SelectMany(one => one.Hosts).Distinct().Order()], IncludesBare = same.Any(one => one.IncludesBare) });
        var byService = Join(byHost, one => (one.Sources, HostsOf(one), one.Addresses, one.Change), (first, same) => first with { Services = [.. same.SelectMany(one => one.Services)] });
        return [.. Join(byService, one => (ServicesOf(one), HostsOf(one), one.Addresses, one.Change), (first, same) => first with { Sources = Union(same.Select(one => one.Sources)) })];
    }

    private static IEnumerable<Region> Join<TKey>(IEnumerable<Region> regions, Func<Region, TKey> key, Func<Region, IReadOnlyList<Region>, Region> join) =>
        regions.GroupBy(key).Select(same => same.ToList())
            .Select(same => same.Count == 1 ? same[0] : join(same[0] with { Rules = [.. same.SelectMany(one => one.Rules).Distinct()] }, same));

    private static AddressSet Union(IEnumerable<AddressSet> sets) => AddressSet.Of(sets.SelectMany(set => set.Spans));

    private static string ServicesOf(Region one) => string.Join(';', one.Services.Select(service => $"{service.Protocol} {service.Ports}"));

    private static string HostsOf(Region one) => $"{one.IncludesBare} {string.Join(',', one.Hosts)}";
}
