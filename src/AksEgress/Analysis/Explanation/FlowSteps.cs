using AksEgress.Analysis.Evaluation;
using AksEgress.Analysis.Sets;
using AksEgress.Model;

namespace AksEgress.Analysis.Explanation;

/// <summary>Tells a flow's way stage by stage: what matched, or what came nearest and why it did not.</summary>
internal sealed class FlowSteps(EgressTopology topology, FlowEvaluator evaluator)
{
    private const int MaxCompared = 100;

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
            steps.Add(Step(flow, source, certain, FlowStage.Dnat, evaluator.Policy.Dnat));
        }

        if (certain.Stage != FlowStage.Dnat && flow.To.Frontend is null)
        {
            steps.AddRange(Uncertain(flow, cases, FlowStage.Network));
            steps.Add(Step(flow, source, certain, FlowStage.Network, evaluator.Policy.Network));
            if (certain.Stage != FlowStage.Network)
            {
                steps.AddRange(Uncertain(flow, cases, FlowStage.Application));
                steps.Add(flow.Protocol is FlowProtocol.Http or FlowProtocol.Https or FlowProtocol.Mssql
                    ? Step(flow, source, certain, FlowStage.Application, evaluator.Policy.Application)
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
                certain.Stage == FlowStage.Local ? "No route steers this address: the host's own network answers." : "The source is in no subnet of the topology, so none of its routes applies.");
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

    private static FlowStep Step(Flow flow, AddressSpan source, Ending certain, FlowStage stage, IEnumerable<IFirewallRule> rules)
    {
        if (certain.Stage == stage)
        {
            return new(stage, certain.Rule?.Reference, true, $"{certain.Rule?.Reference} {(certain.Allows ? "allows" : "denies")} it.");
        }

        // Of the first rules only: what comes nearest of thousands helps nobody, and every answer would walk them all.
        var nearest = rules.Take(MaxCompared).Select(rule => new { Rule = rule, Misses = RuleMisses.Of(flow, source, rule) }).Where(one => one.Misses.Count > 0).MinBy(one => one.Misses.Count);
        return nearest is null
            ? new(stage, null, false, "There is no rule that could match.")
            : new(stage, nearest.Rule.Reference, false, $"No rule matches; nearest is {nearest.Rule.Reference}, but {string.Join(", and ", nearest.Misses)}.");
    }
}
