using System.Collections.Immutable;
using AksEgress.Analysis.Evaluation;
using AksEgress.Analysis.Sets;
using AksEgress.Model;

namespace AksEgress.Analysis.Difference;

/// <summary>
/// What two topologies make different of flows to the firewall's frontends: who may come in, and where that leads. From inside the subnets' routes come first; a frontend's address is any public one, and so
/// is the one that a flow past the firewall comes back with.
/// </summary>
internal sealed class FrontendDifference
{
    private readonly FlowEvaluator _before;
    private readonly FlowEvaluator _after;
    private readonly AddressSet _public;
    private readonly ImmutableArray<uint> _outside;
    private readonly HashSet<int> _named;
    private readonly List<Cell> _changes;

    public FrontendDifference(FlowEvaluator before, FlowEvaluator after, int frontends)
    {
        (_before, _after, _public) = (before, after, before.PublicAddresses.Intersect(after.PublicAddresses));
        var unread = before.Policy.Unread.Concat(after.Policy.Unread).Select(rule => rule.Rule).OfType<CompiledDnatRule>().ToList();
        var rules = before.Policy.Dnat.Concat(after.Policy.Dnat).Concat(unread).ToList();
        var subnets = before.Sources.Subnets.Concat(after.Sources.Subnets);
        var map = new ClassMap(rules.SelectMany((rule, index) => rule.Source.Spans.Select(span => (span, index))).Concat(subnets.Select((span, index) => (span, rules.Count + index))));
        var sources = map.Pieces(new(0, uint.MaxValue)).GroupBy(piece => piece.Class, piece => piece.Span).Select(AddressSet.Of).ToList();
        _outside = [.. _public.Spans.SelectMany(map.Pieces).DistinctBy(piece => piece.Class).Select(piece => piece.Span.First)];
        _named = [.. rules.SelectMany(rule => rule.Rule.Destination!).Select(destination => destination.Frontend).OfType<int>()];
        // All that no rule names are one.
        var all = _named.Order().Select(number => (Numbers: ImmutableArray.Create(number), Rules: rules.Where(rule => unread.Contains(rule) || rule.Rule.Destination!.Contains(DnatDestination.OfFrontend(number)))))
            .Append(([.. Enumerable.Range(1, frontends).Where(number => !_named.Contains(number))], unread)).Where(one => one.Numbers.Length > 0);
        var cells =
            from one in all
            from service in ServiceClasses.Of(one.Rules)
            from source in sources
            let change = Compare(source, one.Numbers, service)
            where change is not null
            select change;
        _changes = [.. cells];
    }

    /// <summary>True when something became different for the flow.</summary>
    public bool Covers(Ipv4Address source, int frontend, FlowProtocol protocol, int port)
    {
        protocol = protocol is FlowProtocol.Udp or FlowProtocol.Icmp ? protocol : FlowProtocol.Tcp;
        return _changes.Exists(one => one.Frontends.Contains(frontend) && one.Sources.Contains(source.Value)
            && one.Services.Any(service => service.Protocol == protocol && service.Ports.Contains((uint)(protocol == FlowProtocol.Icmp ? 0 : port))));
    }

    /// <summary>The changes in words.</summary>
    /// <param name="text">Knows the names of subnets.</param>
    public IEnumerable<DifferenceStatement> Statements(RegionText text)
    {
        var bySource = _changes.GroupBy(one => (one.Frontends[0], one.Services[0], one.Kind, one.How)).Select(same => same.First() with { Sources = AddressSet.Of(same.SelectMany(one => one.Sources.Spans)) });
        var byService = bySource.GroupBy(one => (one.Sources, one.Frontends[0], one.Kind, one.How)).Select(same => same.First() with { Services = [.. same.SelectMany(one => one.Services)] });
        var byFrontend = byService.GroupBy(one => (one.Sources, ServiceClasses.TextOf(one.Services), one.Kind, one.How)).Select(same => same.First() with { Frontends = [.. same.SelectMany(one => one.Frontends).Order()] });
        return byFrontend.Select(one => one.Say(text.SourcesOf(one.Sources)));
    }

    private Cell? Compare(AddressSet sources, ImmutableArray<int> frontends, ServiceClass service)
    {
        var source = sources.Spans[0].First;
        var (from, to) = (_before.Sources.RoutesOf(new(source)), _after.Sources.RoutesOf(new(source)));
        var pairs = AddressesOf(from, to).Select(address => (Was: Decide(_before, from, address, source, frontends[0], service), Becomes: Decide(_after, to, address, source, frontends[0], service))).ToList();
        return pairs.TrueForAll(pair => pair.Was.IsSameAs(pair.Becomes)) ? null : new(sources, frontends, [service], pairs.ConvertAll(pair => pair.Was), pairs.ConvertAll(pair => pair.Becomes));
    }

    /// <summary>Addresses that the frontend may have, one for all that the routes treat alike; any where they do not ask for it.</summary>
    private IEnumerable<uint> AddressesOf(RoutePlan? from, RoutePlan? to)
    {
        RoutePlan[] asking = [.. new[] { from, to }.OfType<RoutePlan>().Where(routes => routes.Frontends is null)];
        var starts = asking.SelectMany(routes => routes.Pieces).Select(piece => piece.First).Where(_public.Contains).Concat(_public.Spans.Select(span => span.First));
        return starts.DistinctBy(address => string.Join(' ', asking.Select(routes => (routes.Find(address).Effect, routes.IsCertain(address)))));
    }

    private Decisions<Entry> Decide(FlowEvaluator evaluator, RoutePlan? routes, uint address, uint source, int frontend, ServiceClass service)
    {
        Entry By(RouteChoice? way) => EntryOf(evaluator.Policy, way, source, frontend, service);
        return routes is null or { Frontends: not null } ? new([], By(routes?.Frontends))
            : new(routes.IsCertain(address) ? [] : routes.Uncertain.Select(route => (route.If, ImmutableArray<Unknown>.Empty, By(route.Choice))), By(routes.Find(address)));
    }

    private Entry EntryOf(CompiledPolicy policy, RouteChoice? way, uint source, int frontend, ServiceClass service)
    {
        if (way is { Effect: RouteEffect.Drop or RouteEffect.Local })
        {
            return way.Effect == RouteEffect.Drop ? Entry.Closed : Entry.Inside;
        }

        var matching = policy.Dnat.Where(rule => rule.Takes(service.Protocol, service.Port, DnatDestination.OfFrontend(frontend))).ToList();
        Entry From(uint address) => matching.Find(rule => rule.Source.Contains(address)) is { } rule ? new(rule.Inner, VerdictSet.Allow, rule) : Entry.Closed;
        if (way is not { Effect: RouteEffect.Bypass })
        {
            return From(source);
        }

        var entries = matching.Count == 0 ? [Entry.Closed] : _outside.Select(From).ToList();
        return entries.TrueForAll(entries[0].Equals) ? entries[0] : new(string.Join('|', entries.Select(entry => entry.To)), entries.Aggregate(VerdictSet.None, (all, entry) => all | entry.Verdicts), entries.Find(entry => entry.Rule is not null).Rule);
    }

    /// <summary>What comes of coming in.</summary>
    /// <param name="To">Where it leads; empty where it leads nowhere.</param>
    /// <param name="Verdicts">Whether it does.</param>
    /// <param name="Rule">The rule that leads there, or null. Another that leads to the same is the same.</param>
    private readonly record struct Entry(string To, VerdictSet Verdicts, CompiledDnatRule? Rule = null)
    {
        public static Entry Closed { get; } = new("", VerdictSet.Deny);

        public static Entry Inside { get; } = new("the network itself", VerdictSet.Allow);

        public bool Equals(Entry other) => (To, Verdicts) == (other.To, other.Verdicts);

        public override int GetHashCode() => HashCode.Combine(To, Verdicts);
    }

    /// <summary>Flows that something became different for.</summary>
    private sealed record Cell(AddressSet Sources, ImmutableArray<int> Frontends, ImmutableArray<ServiceClass> Services, DifferenceKind Kind, string How, RuleReference? Rule)
    {
        public Cell(AddressSet sources, ImmutableArray<int> frontends, ImmutableArray<ServiceClass> services, List<Decisions<Entry>> before, List<Decisions<Entry>> after)
            : this(sources, frontends, services, KindOf(VerdictsOf(before), VerdictsOf(after)), HowOf(Passing(before), Passing(after)), (Passing(after)?.Rule ?? Passing(before)?.Rule)?.Reference)
        {
        }

        /// <summary>The change in words.</summary>
        public DifferenceStatement Say(string from)
        {
            const int MaxNames = 8;
            var (to, service) = (string.Join(", ", Frontends.Take(MaxNames).Select(DnatDestination.OfFrontend)) + (Frontends.Length > MaxNames ? FormattableString.Invariant($" and {Frontends.Length - MaxNames} more") : ""), ServiceClasses.TextOf(Services));
            var text = Kind switch
            {
                DifferenceKind.NewlyAllowed => $"{from} may now come in at {to} on {service}",
                DifferenceKind.PossiblyAllowed => $"{from} may now perhaps come in at {to} on {service}",
                DifferenceKind.PossiblyDenied => $"{from} may perhaps no longer come in at {to} on {service}",
                DifferenceKind.NewlyDenied => $"{from} may no longer come in at {to} on {service}",
                _ => $"{from} comes in at {to} on {service} otherwise",
            };
            return new(Kind, from, to, service, Rule, text + How);
        }

        private static DifferenceKind KindOf(VerdictSet was, VerdictSet becomes) => (was, becomes) switch
        {
            (not VerdictSet.Deny, VerdictSet.Deny) => DifferenceKind.NewlyDenied,
            (not VerdictSet.Allow, VerdictSet.Allow) => DifferenceKind.NewlyAllowed,
            (VerdictSet.Deny, _) => DifferenceKind.PossiblyAllowed,
            (VerdictSet.Allow, not VerdictSet.Allow) => DifferenceKind.PossiblyDenied,
            _ => DifferenceKind.OtherConditions,
        };

        private static string HowOf(Entry? was, Entry? becomes) => (was, becomes) switch
        {
            ({ } one, { } other) when one.To != other.To => $", to {other.To} instead of {one.To}{RuleOf(other)}",
            (_, { } now) => $", to {now.To}{RuleOf(now)}",
            ({ Rule: { } rule }, null) => $" (was rule {rule.Reference})",
            _ => "",
        };

        private static string RuleOf(Entry entry) => entry.Rule is { } rule ? $", by rule {rule.Reference}" : "";

        private static IEnumerable<Entry> All(List<Decisions<Entry>> decisions) => decisions.SelectMany(one => one.Others().Prepend(one.Certain));

        private static VerdictSet VerdictsOf(List<Decisions<Entry>> decisions) => All(decisions).Aggregate(VerdictSet.None, (all, entry) => all | entry.Verdicts);

        private static Entry? Passing(List<Decisions<Entry>> decisions) => All(decisions).Where(entry => entry.Verdicts == VerdictSet.Allow).Cast<Entry?>().FirstOrDefault();
    }
}
