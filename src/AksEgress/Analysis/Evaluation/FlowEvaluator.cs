using AksEgress.Analysis.Sets;
using AksEgress.Knowledge;
using AksEgress.Model;

namespace AksEgress.Analysis.Evaluation;

/// <summary>
/// Takes flows through a topology as Azure does: route, then the firewall's DNAT, network, application and own rules, then its default (azure-facts 2.4, 2.5, 4.1). What is not
/// published or not given splits a flow into cases; conditions of rules are alternatives, so behind a rule that may match all of them are known not to hold, and the cases are exact.
/// </summary>
internal sealed class FlowEvaluator
{
    /// <summary>Addresses that no route steers.</summary>
    public static AddressSet UnsteeredAddresses { get; } = AddressSet.Of([Cidr.Of(Ipv4Address.Parse(ClusterLimits.Known.AzureDns.Address)), Cidr.Parse("169.254.0.0/16"), Cidr.Parse("127.0.0.0/8")]);

    private readonly EgressTopology _topology;

    public FlowEvaluator(EgressTopology resolved, ServiceTagPrefixes? prefixes)
    {
        _topology = resolved;
        KnowsPrefixes = prefixes is not null;
        PublicAddresses = AddressSet.All
            .Except(AddressSet.Of(Limits.Known.PrivateRanges.Prefixes.Concat(Limits.Known.UnroutableRanges.Prefixes)))
            .Except(AddressSet.Of(resolved.Network.AddressSpace))
            .Except(UnsteeredAddresses);
        Firewall = new(resolved, PublicAddresses, prefixes);
        Sources = new(resolved, Policy, PublicAddresses, prefixes);
    }

    /// <summary>True when it knows what service tags hold.</summary>
    public bool KnowsPrefixes { get; }

    /// <summary>What flows meet at the firewall.</summary>
    public FirewallStages Firewall { get; }

    /// <summary>The rules.</summary>
    public CompiledPolicy Policy => Firewall.Policy;

    /// <summary>Where flows come from.</summary>
    public SourcePlan Sources { get; }

    /// <summary>Addresses that a host may have when none is given.</summary>
    public AddressSet PublicAddresses { get; }

    /// <summary>Finds every case of a flow.</summary>
    /// <exception cref="ArgumentException">The topology has no subnet of that name.</exception>
    public void Evaluate(Flow flow, ref CaseList cases)
    {
        if (flow.From.Address is { } source && !Sources.IsHiddenPod(source))
        {
            EvaluateFrom(new(source.Value, source.Value), Sources.RoutesOf(source), flow, ref cases);
            return;
        }

        var parts = flow.From.Subnet is { } name
            ? Sources.OfSubnet(name) ?? throw new ArgumentException($"The topology has no subnet '{name}'.", nameof(flow))
            : Sources.AnyPod;
        if (flow.From.Subnet is null)
        {
            Doubts.Add(Firewall.Doubts.Pods, FlowStage.Route, null, ref cases);
        }

        foreach (var part in parts)
        {
            EvaluateFrom(part.Addresses, part.Routes, flow, ref cases);
        }
    }

    private void EvaluateFrom(AddressSpan source, RoutePlan? routes, Flow flow, ref CaseList cases)
    {
        cases.Source = source;
        routes?.AddDoubts(ref cases);
        if ((flow.To.Address ?? flow.Address) is { } inner && !PublicAddresses.Contains(inner.Value))
        {
            Doubts.Add(Firewall.Doubts.Inside, FlowStage.Route, null, ref cases);
            routes?.AddGateways(inner.Value, ref cases);
        }

        if (flow.To.Frontend is { } frontend)
        {
            ToFrontend(source.First, routes, frontend, flow, ref cases);
        }
        else if (routes is null)
        {
            FromElsewhere(source.First, flow, ref cases);
        }
        else if ((flow.To.Address ?? flow.Address) is { } address)
        {
            ToAddress(source.First, routes, address, flow, ref cases);
        }
        else
        {
            ToAnyAddress(source.First, routes, flow, ref cases);
        }
    }

    /// <summary>From an address of no subnet: nobody says whether its routes lead to the firewall.</summary>
    private void FromElsewhere(uint source, Flow flow, ref CaseList cases)
    {
        var address = flow.To.Address ?? flow.Address;
        if (address is { } local && UnsteeredAddresses.Contains(local.Value))
        {
            cases.End(new(FlowStage.Local, true, null, null));
            return;
        }

        cases.Under = [new(UnknownKind.SourceRoute)];
        if (address is { } known)
        {
            Firewall.Pass(source, null, known, flow, ref cases);
        }
        else
        {
            Firewall.PassAnyAddress(source, null, PublicAddresses, flow, ref cases);
        }

        cases.Under = [];
        cases.End(new(FlowStage.Route, true, null, null));
    }

    /// <summary>To a frontend, whose address is some public one: by the route for frontends, else by any that public addresses take.</summary>
    private void ToFrontend(uint source, RoutePlan? routes, int frontend, Flow flow, ref CaseList cases)
    {
        (Unknown? If, RouteChoice? Choice)[] ways = routes is null ? [(null, null)]
            : routes.Frontends is { } own ? [(null, own)]
            : [.. routes.Uncertain.Concat(routes.PastFirewall), .. routes.ToFirewall is { } steered ? [(null, steered)] : Array.Empty<(Unknown?, RouteChoice?)>()];
        for (var i = 0; i < ways.Length; i++)
        {
            cases.Under = i < ways.Length - 1 ? [ways[i].If!.Value] : [];
            Firewall.PassToFrontend(source, ways[i].Choice, frontend, flow, ref cases);
        }
    }

    private void ToAddress(uint source, RoutePlan routes, Ipv4Address address, Flow flow, ref CaseList cases)
    {
        var route = routes.Find(address.Value);
        var isPublic = PublicAddresses.Contains(address.Value);
        if (UnsteeredAddresses.Contains(address.Value) || Sources.StaysInCluster(source, address.Value))
        {
            // No route steers what the host itself or Azure's own DNS answers.
            cases.End(new(FlowStage.Local, true, null, null));
            return;
        }

        if (isPublic && !routes.IsCertain(address.Value))
        {
            AddUncertain(routes, ref cases);
            if (route.Effect != RouteEffect.Firewall)
            {
                foreach (var (condition, steered) in routes.UncertainToFirewall)
                {
                    cases.Under = [condition];
                    Firewall.Pass(source, steered, address, flow, ref cases);
                }

                cases.Under = [];
            }
        }

        if (route.Effect == RouteEffect.Firewall)
        {
            Firewall.Pass(source, route, address, flow, ref cases);
        }
        else if (address != _topology.Firewall!.PrivateIpAddress || !Firewall.IsTranslated(source, route, address, flow, ref cases))
        {
            cases.End(route.Ending);
        }
    }

    private void ToAnyAddress(uint source, RoutePlan routes, Flow flow, ref CaseList cases)
    {
        AddUncertain(routes, ref cases);
        if (routes.PastFirewall.Length > 0)
        {
            foreach (var (condition, steered) in routes.UncertainToFirewall)
            {
                cases.Under = [condition];
                Firewall.PassAnyAddress(source, steered, routes.PerhapsBehindFirewall, flow, ref cases);
            }

            cases.Under = [];
        }

        foreach (var (condition, elsewhere) in routes.PastFirewall)
        {
            if (routes.ToFirewall is null && elsewhere == routes.PastFirewall[^1].Choice)
            {
                cases.End(elsewhere.Ending);
                return;
            }

            cases.Add(condition, elsewhere.Ending);
        }

        Firewall.PassAnyAddress(source, routes.ToFirewall!, routes.BehindFirewall, flow, ref cases);
    }

    private static void AddUncertain(RoutePlan routes, ref CaseList cases)
    {
        foreach (var (condition, choice) in routes.Uncertain)
        {
            if (choice.Effect != RouteEffect.Firewall)
            {
                cases.Add(condition, choice.Ending);
            }
        }
    }
}
