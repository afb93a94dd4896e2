using System.Collections.Immutable;
using AksEgress.Analysis.Sets;
using AksEgress.Knowledge;
using AksEgress.Model;

namespace AksEgress.Analysis.Evaluation;

/// <summary>
/// The routes of a subnet: the longest prefix wins, a user's before Azure's own of the same length (azure-facts 4.1). Azure takes its own routes that drop private ranges away where a user's
/// route takes 0.0.0.0/0 (virtual-networks-udr-overview, routing example).
/// </summary>
internal sealed class RoutePlan
{
    private readonly RouteChoice[] _choices;
    private readonly FirstMatch _byAddress;
    private readonly ImmutableArray<(string Text, bool DeniesOnly)> _doubts;
    private readonly ImmutableArray<string> _gateways;

    public RoutePlan(EgressTopology topology, Subnet subnet, AddressSet publicAddresses, ServiceTagPrefixes? prefixes)
    {
        var table = topology.Network.RouteTables!.FirstOrDefault(candidate => string.Equals(candidate.Name, subnet.RouteTable, StringComparison.OrdinalIgnoreCase));
        var firewall = topology.Firewall!.PrivateIpAddress;
        var user = (table?.Routes ?? []).Select(route => (Route: route, Choice: ChoiceOf(table!, route, firewall))).ToList();
        var hasDefault = user.Exists(route => route.Route.Prefix.Prefix == Cidr.All);
        var fixedRoutes = user.Where(route => route.Route.Prefix.Prefix is not null).Select(route => (Prefix: route.Route.Prefix.Prefix!.Value, Rank: 0, route.Choice))
            .Concat(user.SelectMany(route => PrefixesOf(route.Route, prefixes), (route, prefix) => (prefix, RankOf(route.Route.Prefix.ServiceTag!.Value), route.Choice)))
            .Concat(topology.Network.AddressSpace.Select(prefix => (prefix, SystemRank, System(RouteEffect.Local, prefix, "VirtualNetwork"))))
            .Concat(hasDefault ? [] : Limits.Known.PrivateRanges.Prefixes.Select(prefix => (prefix, SystemRank, System(RouteEffect.Drop, prefix, "None"))))
            .Append((Cidr.All, SystemRank, System(RouteEffect.Bypass, Cidr.All, "Internet")))
            .OrderByDescending(route => route.Item1.Length).ThenBy(route => route.Item2).ToList();
        _choices = [.. fixedRoutes.Select(route => route.Item3)];
        _byAddress = FirstMatch.Of([.. fixedRoutes.Select((route, index) => (new AddressSpan(route.Item1.First.Value, route.Item1.Last.Value), index))]);
        _doubts = Doubts.OfSubnet(subnet, table);
        _gateways = Doubts.OfGateways(subnet);
        Frontends = user.Find(route => route.Route.Prefix.IsFrontends).Choice;
        IEnumerable<(Unknown If, RouteChoice Choice)> uncertain =
        [
            .. user.Where(route => route.Route.Prefix.ServiceTag is { } tag && prefixes?.Find(tag) is null)
                .Select(route => (new Unknown(UnknownKind.RoutedServiceTag, route.Route.Prefix.ToString()), route.Choice)),
            .. subnet.ServiceEndpoints!.Select(service => (new Unknown(UnknownKind.ServiceEndpoint, service.ToString()),
                new RouteChoice(RouteEffect.Bypass, new(null, null, service.ToString(), "VirtualNetworkServiceEndpoint", null)))),
        ];
        // Which of them has the longest prefix nobody publishes; those past the firewall come first.
        Uncertain = [.. uncertain.OrderBy(route => route.Choice.Effect == RouteEffect.Firewall)];
        UncertainToFirewall = [.. Uncertain.Where(route => route.Choice.Effect == RouteEffect.Firewall)];
        var pieces = publicAddresses.Spans.SelectMany(span => _byAddress.From(span.First).TakeWhile(piece => piece.Span.First <= span.Last)
            .Select(piece => (Span: new AddressSpan(Math.Max(piece.Span.First, span.First), Math.Min(piece.Span.Last, span.Last)), Choice: _choices[piece.Order]))).ToList();
        BehindFirewall = AddressSet.Of(pieces.Where(piece => piece.Choice.Effect == RouteEffect.Firewall).Select(piece => piece.Span));
        ToFirewall = pieces.Find(piece => piece.Choice.Effect == RouteEffect.Firewall).Choice;
        PerhapsBehindFirewall = publicAddresses.Except(AddressSet.Of(user.Select(route => route.Route.Prefix.Prefix).OfType<Cidr>().Where(prefix => prefix.Length == 32))).Union(BehindFirewall);
        PastFirewall = [.. pieces.Select(piece => piece.Choice).Where(choice => choice.Effect != RouteEffect.Firewall).Distinct().Select(choice => (new Unknown(UnknownKind.RoutedAddress, AddressesOf(choice)), choice))];
    }

    /// <summary>Routes that may take a public address, because nobody publishes what they are for. They win over all but a route of a user for exactly the address.</summary>
    public ImmutableArray<(Unknown If, RouteChoice Choice)> Uncertain { get; }

    /// <summary>The public addresses that go to the firewall.</summary>
    public AddressSet BehindFirewall { get; }

    /// <summary>The public addresses that go to the firewall if an uncertain route takes them there.</summary>
    public AddressSet PerhapsBehindFirewall { get; }

    /// <summary>The uncertain routes that lead to the firewall.</summary>
    public ImmutableArray<(Unknown If, RouteChoice Choice)> UncertainToFirewall { get; }

    /// <summary>A route by which they go there, or null.</summary>
    public RouteChoice? ToFirewall { get; }

    /// <summary>The routes that public addresses take elsewhere, each with the addresses that it takes.</summary>
    public ImmutableArray<(Unknown If, RouteChoice Choice)> PastFirewall { get; }

    /// <summary>The route to the firewall's frontends, or null where they go as other public addresses do.</summary>
    public RouteChoice? Frontends { get; }

    private const int SystemRank = 5;

    /// <summary>Where what routes do with addresses can change, and what they do from there on.</summary>
    public IEnumerable<(uint First, RouteEffect Effect, bool IsCertain)> Pieces =>
        _byAddress.From(0).Select(piece => (piece.Span.First, _choices[piece.Order].Effect, IsCertain(piece.Span.First)));

    /// <summary>What could not be read of the subnet and its table may decide about flows from it.</summary>
    public void AddDoubts(ref CaseList cases)
    {
        foreach (var (doubt, deniesOnly) in _doubts)
        {
            cases.Add(new Unknown(UnknownKind.Unread, doubt), new(FlowStage.Route, false, null, null));
            if (!deniesOnly)
            {
                cases.Add(new Unknown(UnknownKind.Unread, doubt), new(FlowStage.Route, true, null, null));
            }
        }
    }

    /// <summary>True when the same could not be read of both.</summary>
    public bool HasSameDoubtsAs(RoutePlan other) => _doubts.SequenceEqual(other._doubts) && _gateways.SequenceEqual(other._gateways);

    /// <summary>A gateway's routes to a private address are longer than a default route, but do not win over the network's own and over a user's for it alone (azure-facts 4.1).</summary>
    public void AddGateways(uint address, ref CaseList cases)
    {
        if (Find(address).Effect != RouteEffect.Local && !IsCertain(address))
        {
            Doubts.Add(_gateways, FlowStage.Route, null, ref cases);
        }
    }

    /// <summary>The route that an address takes, if no uncertain one does.</summary>
    public RouteChoice Find(uint address) => _choices[_byAddress.Find(address)];

    /// <summary>True when nothing uncertain can take the address: a user's route for it alone does.</summary>
    public bool IsCertain(uint address) => Find(address).Reference is { Table: not null } route && route.Prefix.EndsWith("/32", StringComparison.Ordinal);

    /// <summary>What a route takes: its prefix, but for what longer prefixes take.</summary>
    private string AddressesOf(RouteChoice choice)
    {
        const int MaxRanges = 8;
        var taken = AddressSet.Of(_byAddress.From(0).Where(piece => _choices[piece.Order] == choice).Select(piece => piece.Span));
        return taken.Spans.Length <= MaxRanges ? taken.ToString() : $"{choice.Reference.Prefix} that no longer prefix takes";
    }

    private static RouteChoice System(RouteEffect effect, Cidr prefix, string nextHop) => new(effect, new(null, null, prefix.ToString(), nextHop, null));

    private static RouteChoice ChoiceOf(RouteTable table, Route route, Ipv4Address? firewall) => new(
        route.NextHopType switch
        {
            NextHopType.VirtualAppliance => route.NextHopIpAddress == firewall ? RouteEffect.Firewall : RouteEffect.Bypass,
            NextHopType.VnetLocal => RouteEffect.Local,
            NextHopType.None => RouteEffect.Drop,
            _ => RouteEffect.Bypass,
        },
        new(table.Name, route.Name, route.Prefix.ToString(), route.NextHopType!.Value.ToString(), route.NextHopIpAddress));

    private static IEnumerable<Cidr> PrefixesOf(Route route, ServiceTagPrefixes? prefixes) => route.Prefix.ServiceTag is { } tag ? prefixes?.CidrsOf(tag) ?? [] : [];

    /// <summary>Among equal prefixes: regional tags, then others, then AzureCloud with a region, then without.</summary>
    private static int RankOf(ServiceTag tag) =>
        (string.Equals(tag.Service, FirewallFacts.Known.CloudServiceTag.Name, StringComparison.OrdinalIgnoreCase) ? 3 : 1) + (tag.Region is null ? 1 : 0);
}
