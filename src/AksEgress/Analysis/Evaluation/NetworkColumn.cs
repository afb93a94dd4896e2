using System.Collections.Concurrent;
using System.Collections.Immutable;
using AksEgress.Analysis.Sets;

namespace AksEgress.Analysis.Evaluation;

/// <summary>The network rules for one class of sources, protocols and ports: what they make of a destination.</summary>
internal sealed class NetworkColumn
{
    private readonly ImmutableArray<CompiledNetworkRule> _rules;
    private readonly FirstMatch _byAddress;
    private readonly Dictionary<string, int> _byHost = new(StringComparer.Ordinal);
    private readonly Uncertain _tags;
    private readonly Uncertain _tagsAndHosts;
    private readonly Uncertain _hosts;
    private readonly ConcurrentDictionary<AddressSet, UnknownAddress> _unknown = new(ReferenceEqualityComparer.Instance);

    /// <summary>Makes a column.</summary>
    /// <param name="rules">The rules that are for the sources, protocols and ports, in order.</param>
    /// <param name="ifEveryPort">The column of these and others in <see cref="UnknownKind.EveryPort"/>.</param>
    public NetworkColumn(IReadOnlyList<CompiledNetworkRule> rules, NetworkColumn? ifEveryPort = null)
    {
        _rules = [.. rules];
        IfEveryPort = ifEveryPort;
        _byAddress = FirstMatch.Of([.. _rules.SelectMany((rule, index) => rule.Destination.Spans.Select(span => (span, index)))]);
        var tags = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < _rules.Length; i++)
        {
            foreach (var tag in _rules[i].ServiceTags)
            {
                // Behind the first rule with a tag its addresses are gone, and behind the first without a region those of all its regions.
                if (tag.LastIndexOf('.') is not (> 0 and var dot) || !tags.ContainsKey(tag[..dot]))
                {
                    tags.TryAdd(tag, i);
                }
            }

            foreach (var host in _rules[i].Hosts)
            {
                _byHost.TryAdd(host, i);
            }
        }

        var uncertainTags = tags.Select(tag => (tag.Value, new Unknown(UnknownKind.ServiceTag, tag.Key))).ToList();
        var uncertainHosts = _byHost.Select(host => (host.Value, new Unknown(UnknownKind.HostAddress, host.Key))).ToList();
        _tags = new(uncertainTags, _rules);
        _hosts = new(uncertainHosts, _rules);
        _tagsAndHosts = new(uncertainTags.Concat(uncertainHosts), _rules);
    }

    /// <summary>The column that counts if <see cref="UnknownKind.EveryPort"/> holds; null where that changes nothing.</summary>
    public NetworkColumn? IfEveryPort { get; }

    /// <summary>A bare address: a host of a network rule may have it, and a service tag, if it is public.</summary>
    /// <returns>The rule that matches if nothing uncertain does, or null.</returns>
    public CompiledNetworkRule? Bare(uint address, bool isPublic, RouteChoice? route, ref CaseList cases)
    {
        var certain = _byAddress.Find(address);
        (isPublic ? _tagsAndHosts : _hosts).AddBefore(certain, route, ref cases);
        return RuleAt(certain);
    }

    /// <summary>A host with its address. A network rule for the host matches where the firewall and the client resolve it alike.</summary>
    /// <returns>The rule that matches if nothing uncertain does, or null.</returns>
    public CompiledNetworkRule? Named(string host, uint address, bool isPublic, bool resolvesAlike, RouteChoice? route, ref CaseList cases) =>
        Named(host, _byAddress.Find(address), isPublic ? _tags : null, resolvesAlike, route, ref cases);

    /// <summary>A host with any address of a set of public ones.</summary>
    /// <returns>The rule that matches if nothing uncertain does, or null.</returns>
    public CompiledNetworkRule? Named(string host, AddressSet addresses, bool resolvesAlike, RouteChoice? route, ref CaseList cases)
    {
        if (!_unknown.TryGetValue(addresses, out var unknown))
        {
            unknown = _unknown.GetOrAdd(addresses, MakeUnknown(addresses));
        }

        return Named(host, unknown.Certain, unknown.Uncertain, resolvesAlike, route, ref cases);
    }

    /// <summary>The first rule that names the host, or null.</summary>
    public CompiledNetworkRule? Naming(string host) => _byHost.TryGetValue(host, out var index) ? _rules[index] : null;

    /// <summary>Where what becomes of addresses can change.</summary>
    public IEnumerable<uint> Boundaries => _byAddress.From(0).Select(piece => piece.Span.First).Concat(IfEveryPort?.Boundaries ?? []);

    /// <summary>What becomes of an address, so far as the rules tell it from others: two with the same key have the same cases, by themselves and with any host.</summary>
    public (int Certain, int Tags, int Hosts, object? IfEveryPort) KeyOf(uint address)
    {
        var index = _byAddress.Find(address);
        return (index == FirstMatch.None ? 0 : _rules[index].Allows ? 1 : 2, _tags.CountBefore(index), _hosts.CountBefore(index), IfEveryPort?.KeyOf(address));
    }

    /// <summary>The rules that take all addresses of a set between them, whatever host they are of; none where an address is left.</summary>
    public IReadOnlyCollection<CompiledNetworkRule> TakersOfAll(AddressSet addresses)
    {
        var takers = FirstsOf(addresses);
        return takers.Max == FirstMatch.None ? [] : [.. takers.Select(index => _rules[index])];
    }

    /// <summary>The first rule that names the host, from 0, -1 for none; and the same if <see cref="UnknownKind.EveryPort"/> holds. Two hosts with the same have the same cases.</summary>
    public (int First, int? IfEveryPort) KeyOf(string host) => (_byHost.GetValueOrDefault(host, -1), IfEveryPort?.KeyOf(host).First);

    /// <summary>Puts the rule for the host at its place among those that may match its address.</summary>
    private CompiledNetworkRule? Named(string host, int certain, Uncertain? uncertain, bool resolvesAlike, RouteChoice? route, ref CaseList cases)
    {
        var from = 0;
        if (_byHost.TryGetValue(host, out var named) && named < certain)
        {
            if (resolvesAlike)
            {
                certain = named;
            }
            else
            {
                uncertain?.AddBefore(named, route, ref cases);
                cases.Add(new Unknown(UnknownKind.HostResolution, host), new(FlowStage.Network, _rules[named].Allows, _rules[named], route));
                from = named;
            }
        }

        uncertain?.AddBefore(certain, route, ref cases, from);
        return RuleAt(certain);
    }

    /// <summary>Every rule that is the first for some of the addresses may match; where each address has one, the last of them matches if no other does.</summary>
    private UnknownAddress MakeUnknown(AddressSet addresses)
    {
        var firsts = FirstsOf(addresses);
        var certain = firsts.Max;
        firsts.Remove(certain);
        return new(new(firsts.Select(index => (index, new Unknown(UnknownKind.AddressInRanges))).Concat(_tags.All), _rules), certain);
    }

    /// <summary>The places of the rules that are first for some address of a set; <see cref="FirstMatch.None"/> where some address has none.</summary>
    private SortedSet<int> FirstsOf(AddressSet addresses) =>
        [.. addresses.Spans.SelectMany(span => _byAddress.From(span.First).TakeWhile(piece => piece.Span.First <= span.Last)).Select(piece => piece.Order)];

    private CompiledNetworkRule? RuleAt(int index) => index == FirstMatch.None ? null : _rules[index];

    /// <summary>What becomes of a host whose address is one of a set.</summary>
    /// <param name="Uncertain">The rules that may match.</param>
    /// <param name="Certain">The one that matches if none of them does.</param>
    private sealed record UnknownAddress(Uncertain Uncertain, int Certain);
}
