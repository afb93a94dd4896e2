using AksEgress.Analysis;
using AksEgress.Model;

namespace AksEgress.Tests.Analysis.Reference;

/// <summary>A rule with its names and what becomes of what it matches.</summary>
internal sealed record ReferenceRule<T>(T Rule, RuleReference Reference, Verdict Verdict);

/// <summary>The rules of a topology by kind, in the order in which the firewall asks them: by group, by collection, as written.</summary>
internal static class ReferenceRules
{
    public static IEnumerable<ReferenceRule<DnatRule>> Dnat(EgressTopology topology) =>
        from pair in Collections<DnatRuleCollection>(topology)
        from rule in pair.Collection.Rules
        select new ReferenceRule<DnatRule>(rule, new(pair.Group, pair.Collection.Name, rule.Name), Verdict.Allow);

    public static IEnumerable<ReferenceRule<NetworkRule>> Network(EgressTopology topology) =>
        from pair in Collections<NetworkRuleCollection>(topology)
        from rule in pair.Collection.Rules
        select new ReferenceRule<NetworkRule>(rule, new(pair.Group, pair.Collection.Name, rule.Name), VerdictOf(pair.Collection.Action));

    public static IEnumerable<ReferenceRule<ApplicationRule>> Application(EgressTopology topology) =>
        from pair in Collections<ApplicationRuleCollection>(topology)
        from rule in pair.Collection.Rules
        select new ReferenceRule<ApplicationRule>(rule, new(pair.Group, pair.Collection.Name, rule.Name), VerdictOf(pair.Collection.Action));

    private static IEnumerable<(string Group, T Collection)> Collections<T>(EgressTopology topology)
        where T : RuleCollection =>
        from @group in topology.Firewall!.Policy!.RuleCollectionGroups!.OrderBy(@group => @group.Priority.Value)
        from collection in @group.Collections.OfType<T>().OrderBy(collection => collection.Priority.Value)
        select (@group.Name, collection);

    private static Verdict VerdictOf(RuleAction? action) => action == RuleAction.Deny ? Verdict.Deny : Verdict.Allow;
}
