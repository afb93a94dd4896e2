using System.Globalization;
using AksEgress.Analysis.Evaluation;
using AksEgress.Analysis.Sets;
using AksEgress.Model;

namespace AksEgress.Analysis.Difference;

/// <summary>
/// Finds the flows of which two topologies make something else, exactly: sources, services, hosts and addresses are each split where a rule or route of either tells them apart, and one flow of each cell is
/// asked of both. Cells that no changed rule is for are left out, and addresses and hosts that all rules treat alike are asked once.
/// </summary>
internal sealed class RegionFinder
{
    /// <summary>Where no network leads.</summary>
    private static readonly AddressSet _unroutable = AddressSet.Of(Knowledge.Limits.Known.UnroutableRanges.Prefixes);

    private readonly FlowEvaluator _before;
    private readonly FlowEvaluator _after;
    private readonly IReadOnlyList<CompiledNetworkRule> _changedNetwork;
    private readonly IReadOnlyList<CompiledApplicationRule> _changedApplication;
    private readonly IReadOnlyList<CompiledDnatRule> _changedDnat;
    private readonly HashSet<Ipv4Address> _dnatAddresses;
    private readonly string _location;
    private readonly bool _isAllChanged;

    public RegionFinder(EgressTopology topologyBefore, FlowEvaluator before, EgressTopology topologyAfter, FlowEvaluator after)
    {
        _before = before;
        _after = after;
        _location = topologyAfter.Location;
        Hosts = new(HostClasses.PatternsOf(topologyBefore, before.Policy).Concat(HostClasses.PatternsOf(topologyAfter, after.Policy)));
        _changedNetwork = ChangedRules.Of(before.Policy.Network, after.Policy.Network, rule =>
            $"{rule.Allows} {rule.Source} > {rule.Destination} {string.Join(',', rule.ServiceTags)} {string.Join(',', rule.Hosts)} : {rule.TcpPorts} {rule.UdpPorts} {rule.Icmp}");
        _changedApplication = ChangedRules.Of(before.Policy.Application, after.Policy.Application, rule =>
            $"{rule.Allows} {rule.Source} > {rule.Rule.Fqdns} {rule.Rule.FqdnTags} : {rule.Rule.Protocols}");
        _changedDnat = ChangedRules.Of(before.Policy.Dnat, after.Policy.Dnat, rule => $"{rule.Source} > {rule.Rule.Destination} {rule.Rule.Port} : {rule.Rule.Protocols} > {rule.Inner}");
        _dnatAddresses = [.. before.Policy.Dnat.Concat(after.Policy.Dnat).SelectMany(rule => rule.Rule.Destination!).Select(destination => destination.Address).OfType<Ipv4Address>()];
        _isAllChanged = before.Firewall.ResolvesAlike != after.Firewall.ResolvesAlike || !before.PublicAddresses.Equals(after.PublicAddresses)
            || !before.Firewall.HasSameDoubtsAs(after.Firewall) || !before.Sources.HasSameClusterAs(after.Sources) || topologyBefore.Firewall!.PrivateIpAddress != topologyAfter.Firewall!.PrivateIpAddress || topologyBefore.Location != topologyAfter.Location;
    }

    /// <summary>How hosts are told apart.</summary>
    public HostClasses Hosts { get; }

    /// <summary>Addresses that are public in both topologies.</summary>
    public AddressSet PublicAddressesOfBoth => _before.PublicAddresses.Intersect(_after.PublicAddresses);

    /// <summary>Addresses that a host may have when none is given: none of the firewall's own.</summary>
    public AddressSet PublicAddresses => _before.PublicAddresses.Union(_after.PublicAddresses).Except(AddressSet.Of(_dnatAddresses.Select(Cidr.Of)));

    /// <summary>The flows from subnets.</summary>
    public IReadOnlyList<Region> Find()
    {
        var services = ServiceClasses.Of(_before.Policy, _after.Policy);
        var regions = new List<Region>();
        foreach (var (span, source) in Sources())
        {
            var (from, to) = (_before.Sources.RoutesOf(source), _after.Sources.RoutesOf(source));
            var isAllChanged = _isAllChanged || !AreSame(from, to);
            foreach (var service in services)
            {
                var network = _changedNetwork.Where(rule => rule.Source.Contains(source.Value) && rule.MayServe(service.Protocol, service.Port)).ToList();
                var application = _changedApplication.Where(rule => rule.Source.Contains(source.Value) && Serves(rule, service)).ToList();
                var isDnatChanged = _changedDnat.Any(rule => rule.Source.Contains(source.Value) && rule.Rule.Port.First <= service.Port && service.Port <= rule.Rule.Port.Last);
                if (isAllChanged || isDnatChanged || network.Count > 0 || application.Count > 0)
                {
                    regions.AddRange(FindIn(span, source, service, from, to, isAllChanged || isDnatChanged || network.Count > 0 ? null : application));
                }
            }
        }

        return Region.Merge(regions);
    }

    private static bool Serves(CompiledApplicationRule rule, ServiceClass service) =>
        ApplicationStage.ProtocolOf(service.Protocol, service.Port) is { } protocol && rule.Rule.Protocols!.Contains(protocol);

    private static bool AreSame(RoutePlan? one, RoutePlan? other) =>
        ReferenceEquals(one, other) || (one is not null && other is not null && one.Pieces.SequenceEqual(other.Pieces) && one.HasSameDoubtsAs(other)
            && one.Uncertain.Select(route => (route.If, route.Choice.Effect)).SequenceEqual(other.Uncertain.Select(route => (route.If, route.Choice.Effect))));

    /// <summary>Addresses of subnets of either topology that no rule and no subnet tells apart.</summary>
    private IEnumerable<(AddressSpan Span, Ipv4Address Source)> Sources()
    {
        var subnets = _before.Sources.Subnets.Concat(_after.Sources.Subnets).ToList();
        var rules = _before.Policy.All.Concat(_after.Policy.All).Select(rule => rule.Source).Distinct().ToList();
        var map = new ClassMap(subnets.Select((span, index) => (span, index)).Concat(rules.SelectMany((set, index) => set.Spans.Select(span => (span, subnets.Count + index)))));
        return AddressSet.Of(subnets).Spans.SelectMany(map.Pieces).Select(piece => (piece.Span, new Ipv4Address(piece.Span.First)));
    }

    /// <summary>Compares all flows of one source and service.</summary>
    /// <param name="span">The source's addresses.</param>
    /// <param name="source">One of them.</param>
    /// <param name="service">The service.</param>
    /// <param name="routesBefore">The source's routes before.</param>
    /// <param name="routesAfter">The source's routes now.</param>
    /// <param name="onlyHostsOf">Application rules outside whose hosts nothing changed; null where anything may have.</param>
    private IEnumerable<Region> FindIn(
        AddressSpan span, Ipv4Address source, ServiceClass service, RoutePlan? routesBefore, RoutePlan? routesAfter, List<CompiledApplicationRule>? onlyHostsOf)
    {
        var (before, after) = (_before.Firewall.Network.ColumnOf(source.Value, service.Protocol, service.Port), _after.Firewall.Network.ColumnOf(source.Value, service.Protocol, service.Port));
        var addresses = AddressGroups(source, before, after, routesBefore, routesAfter);
        var hosts = HostGroups(source, service, before, after, onlyHostsOf);
        foreach (var addressGroup in addresses)
        {
            var address = new Ipv4Address(addressGroup.Spans[0].First);
            foreach (var hostGroup in hosts)
            {
                FlowTarget to = hostGroup.Length == 0 ? address : Hosts.Representative(hostGroup[0]);
                var flow = new Flow { From = source, To = to, Address = hostGroup.Length == 0 ? null : address, Port = service.Port, Protocol = service.Protocol };
                var (was, becomes) = (Ask(_before, flow), Ask(_after, flow));
                if (!was.IsSameAs(becomes))
                {
                    yield return new(AddressSet.Of([span]), [service], [.. hostGroup], hostGroup.Length == 0, addressGroup, Change.Of(was, becomes), (becomes.Rule ?? was.Rule) is { } rule && becomes.Least != Inspection.None ? [rule] : []);
                }
            }
        }
    }

    private static Outcome Ask(FlowEvaluator evaluator, Flow flow)
    {
        var cases = new CaseList(keepsAll: true);
        evaluator.Evaluate(flow, ref cases);
        return Outcome.Of(cases);
    }

    private IReadOnlyList<AddressSet> AddressGroups(Ipv4Address source, NetworkColumn before, NetworkColumn after, RoutePlan? routesBefore, RoutePlan? routesAfter)
    {
        var starts = new SortedSet<uint>(before.Boundaries.Concat(after.Boundaries)
            .Concat(Starts(_before.PublicAddresses)).Concat(Starts(_after.PublicAddresses)).Concat(Starts(FlowEvaluator.UnsteeredAddresses)).Concat(Starts(_unroutable)).Concat(Starts(_before.Sources.InsideCluster)).Concat(Starts(_after.Sources.InsideCluster))
            .Concat((routesBefore?.Pieces ?? []).Concat(routesAfter?.Pieces ?? []).Select(piece => piece.First))
            .Concat(_dnatAddresses.SelectMany(address => Starts(AddressSet.Of([Cidr.Of(address)]))))) { 0 };
        var sorted = starts.ToArray();
        return
        [
            .. sorted.Select((start, index) => new AddressSpan(start, index + 1 < sorted.Length ? sorted[index + 1] - 1 : uint.MaxValue))
                .Where(span => !_unroutable.Contains(span.First))
                .GroupBy(span => (KeyOf(_before, source, before, routesBefore, span.First), KeyOf(_after, source, after, routesAfter, span.First), _dnatAddresses.Contains(new(span.First)) ? span.First : 0))
                .Select(AddressSet.Of),
        ];
    }

    private static object KeyOf(FlowEvaluator evaluator, Ipv4Address source, NetworkColumn column, RoutePlan? routes, uint address)
    {
        var isPublic = evaluator.PublicAddresses.Contains(address);
        var effect = FlowEvaluator.UnsteeredAddresses.Contains(address) || evaluator.Sources.StaysInCluster(source.Value, address) ? RouteEffect.Local : routes?.Find(address).Effect;
        var isUncertain = isPublic && routes?.IsCertain(address) == false;
        var mayMeetRules = effect is null or RouteEffect.Firewall || (isUncertain && routes!.UncertainToFirewall.Length > 0);
        return (effect, isPublic, isUncertain, mayMeetRules ? column.KeyOf(address) : default);
    }

    private static IEnumerable<uint> Starts(AddressSet set) => set.Spans.SelectMany(span => span.Last == uint.MaxValue ? [span.First] : new[] { span.First, span.Last + 1 });

    /// <summary>Classes of hosts that both topologies treat alike among themselves; the empty group stands for no host.</summary>
    private List<int[]> HostGroups(Ipv4Address source, ServiceClass service, NetworkColumn before, NetworkColumn after, List<CompiledApplicationRule>? onlyHostsOf)
    {
        var patterns = onlyHostsOf?.SelectMany(rule => HostClasses.PatternsOf(rule, _location)).Distinct().ToList();
        var classes = Enumerable.Range(0, Hosts.Count).Where(one => Hosts.Representative(one).ToString().Length > 0 && patterns?.Exists(pattern => Hosts.IsWithin(one, pattern)) != false);
        var isByHost = service.Protocol is FlowProtocol.Http or FlowProtocol.Https;
        var groups = classes.GroupBy(one =>
        {
            var host = Hosts.Representative(one).ToString();
            if (!isByHost && service.Protocol != FlowProtocol.Mssql)
            {
                return string.Create(CultureInfo.InvariantCulture, $"{before.KeyOf(host)} {after.KeyOf(host)}");
            }

            var domain = Knowledge.FirewallFacts.Known.InfrastructureDomains.Any(domain => HostDomains.IsWithin(host, domain.Name));
            return string.Create(CultureInfo.InvariantCulture, $"{before.KeyOf(host)} {after.KeyOf(host)} {domain} {KeyOf(_before, source, service, host)} {KeyOf(_after, source, service, host)}");
        }).Select(same => same.ToArray());
        return onlyHostsOf is null ? [[], .. groups] : [.. groups];
    }

    private static string KeyOf(FlowEvaluator evaluator, Ipv4Address source, ServiceClass service, string host)
    {
        var cases = new CaseList(keepsAll: true);
        var rule = evaluator.Firewall.Application.Find(source.Value, service.Protocol, service.Port, host, null, ref cases);
        return cases.All.Count == 0 ? rule is null ? "" : rule.Allows ? "a" : "d" : $"{string.Join(',', cases.All.Select(one => $"{one.If} {one.Ending.Allows}"))}>{rule?.Allows}";
    }
}
