using AksEgress.Analysis;
using AksEgress.Model;

namespace AksEgress.Tests.Analysis.Reference;

/// <summary>Where a flow ends in one world.</summary>
/// <param name="Verdict">What becomes of it.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Rule">The rule, or null.</param>
/// <param name="Order">The later the evaluation ended, the higher.</param>
internal sealed record ReferenceEnding(Verdict Verdict, FlowStage Stage, RuleReference? Rule = null, int Order = 0);

/// <summary>What becomes of a flow in all worlds.</summary>
/// <param name="Verdict">The verdict over all of them.</param>
/// <param name="Usual">Where the flow ends if nothing unknown holds; null where routes, or several sources, leave that open.</param>
internal sealed record ReferenceAnswer(Verdict Verdict, ReferenceEnding? Usual);

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
        _dnat = [.. ReferenceRules.Dnat(_topology)];
        _network = [.. ReferenceRules.Network(_topology)];
        _application = [.. ReferenceRules.Application(_topology)];
    }

    public ReferenceAnswer Evaluate(Flow flow)
    {
        var verdicts = new HashSet<Verdict>();
        var ways = new HashSet<Way?>();
        var sources = _sources.Of(flow.From).ToList();
        ReferenceEnding? usual = null;
        foreach (var (subnet, address) in sources)
        {
            foreach (var world in Worlds(flow, subnet, address))
            {
                do
                {
                    var (way, ending) = End(flow, subnet, world);
                    verdicts.Add(ending.Verdict);
                    ways.Add(way);
                    usual = world.IsUsual && ending.Order >= (usual?.Order ?? 0) ? ending : usual;
                }
                while (world.MoveNext());
            }
        }

        return new(verdicts.Count == 1 ? verdicts.Single() : Verdict.Depends, ways.Count == 1 && sources.Count == 1 && flow.From.Address is not null ? usual : null);
    }

    private IEnumerable<World> Worlds(Flow flow, Subnet? subnet, Ipv4Address source)
    {
        if (flow.To.Frontend is not null)
        {
            var isTranslated = subnet is not null && _routes.OfFrontends(subnet) == Way.PastTheFirewall;
            return isTranslated ? _addresses.Public.Select(address => new World(address, null)) : [new(source, null)];
        }

        return (flow.To.Address ?? flow.Address) is { } known ? [new(source, known)] : _addresses.Public.Select(address => new World(source, address));
    }

    private (Way? Way, ReferenceEnding Ending) End(Flow flow, Subnet? subnet, World world)
    {
        if (flow.To.Frontend is not null)
        {
            Way? back = subnet is null ? null : _routes.OfFrontends(subnet);
            return (back, back is Way.Local or Way.Dropped ? Elsewhere(back.Value) : FirstDnat(flow, world) ?? _denied);
        }

        if (subnet is null)
        {
            return (null, Elsewhere(Way.PastTheFirewall));
        }

        if (world.Destination == _topology.Firewall!.PrivateIpAddress && FirstDnat(flow, world) is { } translated)
        {
            return (null, translated);
        }

        var way = _routes.Of(subnet, world);
        return (way, way == Way.Firewall ? AtFirewall(flow, world) : Elsewhere(way));
    }

    private ReferenceEnding AtFirewall(Flow flow, World world) =>
        FirstDnat(flow, world) ?? FirstNetwork(flow, world) ?? FirstApplication(flow, world)
        ?? (ReferenceMatching.IsInfrastructure(flow, world) ? new(Verdict.Allow, FlowStage.Infrastructure) : _denied);

    private static ReferenceEnding Elsewhere(Way way) => way switch
    {
        Way.Local => new(Verdict.Allow, FlowStage.Local),
        Way.Dropped => new(Verdict.Deny, FlowStage.Route),
        _ => new(Verdict.Allow, FlowStage.Route),
    };

    private ReferenceEnding? FirstDnat(Flow flow, World world)
    {
        for (var i = 0; i < _dnat.Count; i++)
        {
            if (ReferenceMatching.Matches(_dnat[i].Rule, flow, world))
            {
                return new(Verdict.Allow, FlowStage.Dnat, _dnat[i].Reference, i);
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
