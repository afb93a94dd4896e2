using AksEgress.Analysis.Evaluation;
using AksEgress.Analysis.Sets;
using AksEgress.Model;

namespace AksEgress.Analysis.Explanation;

/// <summary>Tells a flow's way stage by stage: what matched, or what came nearest and why it did not.</summary>
internal sealed class FlowSteps(EgressTopology topology, FlowEvaluator evaluator)
{
    /// <summary>The way of a flow.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="source">Addresses that it comes from.</param>
    /// <param name="certain">Where it ends if nothing uncertain holds.</param>
    /// <param name="cases">Each of its cases.</param>
    public ValueList<FlowStep> Of(Flow flow, AddressSpan source, Ending certain, IReadOnlyList<FlowCase> cases)
    {
        var steps = new List<FlowStep> { RouteStep(certain) };
        steps.AddRange(Uncertain(flow, cases, FlowStage.Route));
        if (certain.Stage is FlowStage.Route or FlowStage.Local)
        {
            // A route that may lead to the firewall after all.
            return [.. steps, .. Enum.GetValues<FlowStage>().Where(stage => stage is not FlowStage.Route).SelectMany(stage => Uncertain(flow, cases, stage))];
        }

        var translates = flow.To.Frontend is not null || evaluator.Policy.Dnat.Any(rule => (flow.To.Address ?? flow.Address) is { } address && rule.Rule.Destination!.Contains(address));
        if (translates)
        {
            steps.AddRange(Uncertain(flow, cases, FlowStage.Dnat));
            steps.Add(Step(flow, source, certain, FlowStage.Dnat, evaluator.Policy.Dnat, cases));
        }

        if (certain.Stage != FlowStage.Dnat && flow.To.Frontend is null)
        {
            steps.AddRange(Uncertain(flow, cases, FlowStage.Network));
            steps.Add(Step(flow, source, certain, FlowStage.Network, evaluator.Policy.Network, cases));
            if (certain.Stage != FlowStage.Network)
            {
                steps.AddRange(Uncertain(flow, cases, FlowStage.Application));
                steps.Add(flow.Protocol is FlowProtocol.Http or FlowProtocol.Https or FlowProtocol.Mssql
                    ? Step(flow, source, certain, FlowStage.Application, evaluator.Policy.Application, cases)
                    : new(FlowStage.Application, null, false, $"Application rules are not asked: they are for HTTP, HTTPS and MSSQL, not {DocumentWord.Of(flow.Protocol)}."));
                steps.AddRange(Uncertain(flow, cases, FlowStage.Infrastructure));
            }
        }

        if (certain.Stage == FlowStage.Default)
        {
            steps.Add(new(FlowStage.Default, null, true, "No rule matches; the firewall denies."));
        }

        return [.. steps];
    }

    private FlowStep RouteStep(Ending certain)
    {
        var isElsewhere = certain.Stage is FlowStage.Route or FlowStage.Local;
        if (certain.Route is not { } route)
        {
            return new(certain.Stage == FlowStage.Local ? FlowStage.Local : FlowStage.Route, null, isElsewhere,
                certain.Stage == FlowStage.Local ? "No route steers this address: the host's own network answers." : "The source is in no subnet of the topology, so its routes are not known.");
        }

        var from = route.Reference.Table is { } table ? $"route {route.Reference.Name} of table {table}" : "Azure's own route";
        var leads = route.Effect == RouteEffect.Firewall ? $"to the firewall {topology.Firewall!.Name}"
            : route.Effect == RouteEffect.Local ? "within the virtual network"
            : route.Effect == RouteEffect.Drop ? "nowhere" : "past the firewall";
        return new(certain.Stage == FlowStage.Local ? FlowStage.Local : FlowStage.Route, null, isElsewhere, $"The longest prefix is {from}: {route.Reference}, {leads}.");
    }

    private static IEnumerable<FlowStep> Uncertain(Flow flow, IReadOnlyList<FlowCase> cases, FlowStage stage) =>
        cases.Where(one => one.If is not null && one.Ending.Stage == stage)
            .Select(one => new FlowStep(stage, one.Ending.Rule?.Reference, false, $"{(one.Ending.Allows ? "Allows" : "Denies")} it if {UnknownText.Of(flow, one)}.")).Distinct();

    private static FlowStep Step(Flow flow, AddressSpan source, Ending certain, FlowStage stage, IReadOnlyList<IFirewallRule> rules, IReadOnlyList<FlowCase> cases)
    {
        if (certain.Stage == stage)
        {
            return new(stage, certain.Rule?.Reference, true, $"{certain.Rule?.Reference} {(certain.Allows ? "allows" : "denies")} it.");
        }

        // Those that may match have been told.
        var told = cases.Select(one => one.Ending.Rule).Where(rule => rule is not null).ToHashSet(ReferenceEqualityComparer.Instance);
        var isToldHere = cases.Any(one => one.If is not null && one.Ending.Stage == stage);
        var text = isToldHere ? "No rule matches for certain" : "No rule matches";
        return Nearest(flow, source, rules, told) is not { } nearest
            ? new(stage, null, false, isToldHere ? text + "." : "There is no rule that could match.")
            : new(stage, nearest.Reference, false, $"{text}; nearest is {nearest.Reference}, but {string.Join(", and ", RuleMisses.Of(flow, source, nearest))}.");
    }

    /// <summary>The first of the rules that miss the flow in the fewest respects; mostly one that misses it in one is found early.</summary>
    private static IFirewallRule? Nearest(Flow flow, AddressSpan source, IReadOnlyList<IFirewallRule> rules, HashSet<object?> told)
    {
        var (nearest, fewest) = ((IFirewallRule?)null, int.MaxValue);
        for (var i = 0; i < rules.Count && fewest > 1; i++)
        {
            if (RuleMisses.Count(flow, source, rules[i], fewest) is var misses && misses > 0 && misses < fewest && !told.Contains(rules[i]))
            {
                (nearest, fewest) = (rules[i], misses);
            }
        }

        return nearest;
    }
}
