using AksEgress.Analysis;
using AksEgress.Model;

namespace AksEgress.Tests.Analysis.Reference;

/// <summary>Where a flow ends in one world.</summary>
/// <param name="Verdict">What becomes of it.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Rule">The rule, or null.</param>
/// <param name="Order">The later the evaluation ended, the higher.</param>
/// <param name="To">Where a DNAT rule leads it.</param>
internal sealed record ReferenceEnding(Verdict Verdict, FlowStage Stage, RuleReference? Rule = null, int Order = 0, string? To = null);

/// <summary>What becomes of a flow in all worlds.</summary>
/// <param name="Verdict">The verdict over all of them.</param>
/// <param name="Usual">Where the flow ends if nothing unknown holds; null where routes, or several sources, leave that open.</param>
/// <param name="Egress">What it may leave the firewall with.</param>
/// <param name="Return">The worst way back.</param>
internal sealed record ReferenceAnswer(Verdict Verdict, ReferenceEnding? Usual, IReadOnlySet<string> Egress, ReturnPath Return);

/// <summary>
/// The rules of evaluation in their plainest form: every possible world one after the other, and in each the first rule that matches. Slow, and written without a look at the library's own
/// evaluation, so that each can be held against the other.
/// </summary>
internal sealed class ReferenceEvaluator
{
    private static readonly ReferenceEnding _denied = new(Verdict.Deny, FlowStage.Default, null, int.MaxValue);

    private readonly EgressTopology _topology;
    private readonly ReferenceAddresses _addresses;
    private readonly ReferenceSources _sources;
    private readonly ReferenceMatching _matching;
    private readonly ReferenceRoutes _routes;
    private readonly ReferenceReturns _returns;
    private readonly List<ReferenceRule<DnatRule>> _dnat;
    private readonly List<ReferenceRule<NetworkRule>> _network;
    private readonly List<ReferenceRule<ApplicationRule>> _application;

    /// <param name="topology">The topology.</param>
    /// <param name="tagFile">The prefixes of service tags, as far as they are known.</param>
    public ReferenceEvaluator(EgressTopology topology, IReadOnlyDictionary<string, Cidr[]> tagFile)
    {
        _topology = topology.Resolve();
        _addresses = new(_topology, tagFile);
        _sources = new(_topology, _addresses);
        _matching = new(_topology, tagFile, _addresses);
        _routes = new(_topology, tagFile, _addresses);
        _returns = new(_topology, _routes);
        _dnat = [.. ReferenceRules.Dnat(_topology)];
        _network = [.. ReferenceRules.Network(_topology)];
        _application = [.. ReferenceRules.Application(_topology)];
    }

    public ReferenceAnswer Evaluate(Flow flow)
    {
        var verdicts = new HashSet<Verdict>();
        var ways = new HashSet<Way?>();
        var egress = new HashSet<string>();
        var back = ReturnPath.None;
        var sources = _sources.Of(flow.From).ToList();
        ReferenceEnding? usual = null;
        foreach (var (subnet, address) in sources)
        {
            foreach (var world in Worlds(flow, address))
            {
                do
                {
                    foreach (var (way, ending) in Ends(flow, subnet, world, _addresses.Public))
                    {
                        verdicts.Add(ending.Verdict);
                        ways.Add(way);
                        usual = world.IsUsual && ending.Order >= (usual?.Order ?? 0) ? ending : usual;
                        egress.UnionWith(_returns.Egress(flow, ending));
                        back = (ReturnPath)Math.Max((int)back, (int)_returns.Of(flow, address, ending));
                    }
                }
                while (world.MoveNext());
            }
        }

        return new(verdicts.Count == 1 ? verdicts.Single() : Verdict.Depends, ways.Count == 1 && sources.Count == 1 && flow.From.Address is not null ? usual : null, egress, back);
    }

    /// <summary>True when there is a world in which a flow from one address becomes something else by another topology. Of a host without an address: for some address.</summary>
    public bool Differs(Flow flow, ReferenceEvaluator other)
    {
        var (before, after) = (_sources.Of(flow.From).Single(), other._sources.Of(flow.From).Single());
        List<Ipv4Address> outside = [.. _addresses.PublicWith(other._addresses, inBoth: true)];
        var destinations = (flow.To.Address ?? flow.Address) is { } known ? [known]
            : flow.To.Frontend is not null ? outside
            : _addresses.PublicWith(other._addresses, inBoth: false).Where(address => !_dnat.Concat(other._dnat).Any(rule => rule.Rule.Destination!.Contains(address)));
        foreach (var destination in destinations)
        {
            var asked = flow.To.Host is null ? flow : flow with { Address = destination };
            var world = new World(before.Address, destination);
            do
            {
                var was = Ends(asked, before.Subnet, world, outside).Select(end => Passage(end.Ending)).ToList();
                var becomes = other.Ends(asked, after.Subnet, world, outside).Select(end => Passage(end.Ending)).ToList();
                // One may come back from outside, and the other not.
                if (was.Count == becomes.Count ? !was.SequenceEqual(becomes) : was.Concat(becomes).Distinct().Count() > 1)
                {
                    return true;
                }
            }
            while (world.MoveNext());
        }

        return false;
    }

    /// <summary>How a flow passes, without regard to the rule.</summary>
    private static (Verdict, FlowStage?, string?) Passage(ReferenceEnding ending) => ending.Verdict == Verdict.Deny ? (Verdict.Deny, null, null)
        : (ending.Verdict, ending.Stage is FlowStage.Dnat or FlowStage.Infrastructure ? FlowStage.Network : ending.Stage, ending.To);

    private IEnumerable<World> Worlds(Flow flow, Ipv4Address source) =>
        (flow.To.Address ?? flow.Address) is { } known ? [new(source, known)] : _addresses.Public.Select(address => new World(source, address));

    /// <summary>Where a flow ends in a world: at one place, or for a flow that comes back from outside at one for each address that it may come back with.</summary>
    private IEnumerable<(Way? Way, ReferenceEnding Ending)> Ends(Flow flow, Subnet? subnet, World world, IReadOnlyList<Ipv4Address> outside)
    {
        if (flow.To.Frontend is null)
        {
            return [End(flow, subnet, world)];
        }

        Way? way = subnet is null ? null : _routes.OfFrontends(subnet, world);
        return way switch
        {
            Way.Local or Way.Dropped => [(way, Elsewhere(way.Value))],
            Way.PastTheFirewall => [.. outside.Select(address => (way, FirstDnat(flow, address) ?? _denied))],
            _ => [(way, FirstDnat(flow, world.Source) ?? _denied)],
        };
    }

    private (Way? Way, ReferenceEnding Ending) End(Flow flow, Subnet? subnet, World world)
    {
        if (subnet is null)
        {
            return (null, ReferenceRoutes.IsUnsteered(world.Destination!.Value) ? Elsewhere(Way.Local) : world.Holds(UnknownKind.SourceRoute, "") ? AtFirewall(flow, world) : Elsewhere(Way.PastTheFirewall));
        }

        if (world.Destination == _topology.Firewall!.PrivateIpAddress && FirstDnat(flow, world.Source) is { } translated)
        {
            return (null, translated);
        }

        var way = _routes.Of(subnet, world);
        return (way, way == Way.Firewall ? AtFirewall(flow, world) : Elsewhere(way));
    }

    private ReferenceEnding AtFirewall(Flow flow, World world) =>
        FirstDnat(flow, world.Source) ?? FirstNetwork(flow, world) ?? FirstApplication(flow, world)
        ?? (ReferenceMatching.IsInfrastructure(flow, world) ? new(Verdict.Allow, FlowStage.Infrastructure) : _denied);

    private static ReferenceEnding Elsewhere(Way way) => way switch
    {
        Way.Local => new(Verdict.Allow, FlowStage.Local),
        Way.Dropped => new(Verdict.Deny, FlowStage.Route),
        _ => new(Verdict.Allow, FlowStage.Route),
    };

    private ReferenceEnding? FirstDnat(Flow flow, Ipv4Address source)
    {
        for (var i = 0; i < _dnat.Count; i++)
        {
            if (ReferenceMatching.Matches(_dnat[i].Rule, flow, source))
            {
                return new(Verdict.Allow, FlowStage.Dnat, _dnat[i].Reference, i, $"{_dnat[i].Rule.TranslatedAddress}:{_dnat[i].Rule.TranslatedPort}");
            }
        }

        return null;
    }

    private ReferenceEnding? FirstNetwork(Flow flow, World world)
    {
        for (var i = 0; i < _network.Count; i++)
        {
            if (_matching.Matches(_network[i].Rule, flow, world))
            {
                return new(_network[i].Verdict, FlowStage.Network, _network[i].Reference, 1_000 + i);
            }
        }

        return null;
    }

    private ReferenceEnding? FirstApplication(Flow flow, World world)
    {
        for (var i = 0; i < _application.Count; i++)
        {
            if (_matching.Matches(_application[i].Rule, flow, world))
            {
                return new(_application[i].Verdict, FlowStage.Application, _application[i].Reference, 2_000 + i);
            }
        }

        return null;
    }
}
