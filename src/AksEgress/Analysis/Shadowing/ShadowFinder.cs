using AksEgress.Analysis.Evaluation;
using AksEgress.Analysis.Sets;
using AksEgress.Model;

namespace AksEgress.Analysis.Shadowing;

/// <summary>Finds the rules that do less than they say because of others, exactly: over sources, protocols, ports and destinations as sets, not by comparing texts.</summary>
internal static class ShadowFinder
{
    /// <summary>The rules that others shadow or make needless, in the order of evaluation; of a stage whose rules cross each other too much nothing.</summary>
    public static ShadowReport Find(EgressTopology topology, FlowEvaluator evaluator)
    {
        var policy = evaluator.Policy;
        var (networkBudget, applicationBudget) = (new Budget(), new Budget());
        var network = Collect(policy.Network.Length, new NetworkShadows(policy, evaluator.PublicAddresses, networkBudget).Find);
        var application = Collect(policy.Application.Length, new ApplicationShadows(policy, evaluator, topology.Location, applicationBudget).Find);
        var isUnread = evaluator.Firewall.Doubts.AtFirewall.Length > 0 || policy.Unread.Any(rule => rule.Stage == FlowStage.Network);
        var networkIsOpen = networkBudget.IsSpent || isUnread;
        var applicationIsOpen = applicationBudget.IsSpent || isUnread || policy.Unread.Any(rule => rule.Stage == FlowStage.Application);
        return new()
        {
            Rules =
            [
                .. Dnat(policy),
                .. networkIsOpen ? [] : Results(policy.Network, network, FlowStage.Network),
                .. applicationIsOpen ? [] : Results(policy.Application, application, FlowStage.Application),
            ],
            Unanswered = [.. networkIsOpen ? [FlowStage.Network] : Array.Empty<FlowStage>(), .. applicationIsOpen ? [FlowStage.Application] : Array.Empty<FlowStage>()],
        };
    }

    /// <summary>Of equal DNAT rules the first takes the sources.</summary>
    private static IEnumerable<ShadowedRule> Dnat(CompiledPolicy policy)
    {
        var parts = Collect(policy.Dnat.Length, found =>
        {
            foreach (var (protocol, destination, port) in policy.Dnat.SelectMany(rule => rule.Rule.Destination!.SelectMany(destination => rule.Rule.Protocols!.Select(protocol => (protocol, destination, rule.Rule.Port)))).Distinct())
            {
                var left = AddressSet.All;
                var takers = new List<CompiledDnatRule>();
                foreach (var rule in policy.Dnat.Where(rule => rule.Rule.Port == port && rule.Rule.Protocols!.Contains(protocol) && rule.Rule.Destination!.Contains(destination)))
                {
                    foreach (var taker in takers.Where(taker => taker.Source.Overlaps(rule.Source)))
                    {
                        found[rule.Order].Lose(rule, taker);
                    }

                    if (left.Overlaps(rule.Source))
                    {
                        found[rule.Order].Take();
                    }

                    left = left.Except(rule.Source);
                    takers.Add(rule);
                }
            }
        });
        return Results(policy.Dnat, parts, FlowStage.Dnat);
    }

    private static RuleParts[] Collect(int count, Action<RuleParts[]> find)
    {
        var parts = Enumerable.Range(0, count).Select(_ => new RuleParts()).ToArray();
        find(parts);
        return parts;
    }

    private static IEnumerable<ShadowedRule> Results(IEnumerable<IFirewallRule> rules, RuleParts[] parts, FlowStage stage) =>
        from rule in rules
        let result = parts[rule.Order].Result
        where result is not null
        let others = result.Value.By.OrderBy(other => other is CompiledApplicationRule).ThenBy(other => other.Order).ToList()
        select new ShadowedRule(result.Value.Kind, rule.Reference, stage, [.. others.Select(other => other.Reference)],
            string.Join(' ', [Text(result.Value.Kind, rule, others), .. parts[rule.Order].Assumptions]))
        {
            IsOfSets = result.Value.Kind != ShadowKind.PartlyShadowed && rule.IsOfSet && others.TrueForAll(other => other.IsOfSet),
        };

    private static string Text(ShadowKind kind, IFirewallRule rule, List<IFirewallRule> by)
    {
        const int MaxNames = 5;
        var others = string.Join(", ", by.Take(MaxNames).Select(other => $"{other.Reference}{(other.Allows == rule.Allows ? "" : other.Allows ? " (allow)" : " (deny)")}"))
            + (by.Count > MaxNames ? FormattableString.Invariant($" and {by.Count - MaxNames} more") : "");
        return kind switch
        {
            ShadowKind.Dead => $"{rule.Reference} never matches: {others} before it {(by.Count == 1 ? "takes" : "take")} all that it is for.",
            ShadowKind.PartlyShadowed when rule is CompiledDnatRule => $"{rule.Reference} is for more than it gets: {others} before it {(by.Count == 1 ? "takes" : "take")} some of it and {(by.Count == 1 ? "leads" : "lead")} it elsewhere.",
            ShadowKind.PartlyShadowed => $"{rule.Reference} is for more than it gets: {others} before it {(by.Count == 1 ? "takes" : "take")} some of it and {(rule.Allows, by.Count == 1) switch { (true, true) => "denies", (true, _) => "deny", (_, true) => "allows", _ => "allow" }} it.",
            ShadowKind.Redundant => $"{rule.Reference} is needless: {others} would do the same without it.",
            _ => $"Some of {rule.Reference} is needless: {others} before it {(by.Count == 1 ? "does" : "do")} the same.",
        };
    }
}
