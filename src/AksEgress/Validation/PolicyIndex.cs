using AksEgress.Model;

namespace AksEgress.Validation;

/// <summary>All collections and rules of a policy, in their order.</summary>
internal sealed class PolicyIndex
{
    public PolicyIndex(FirewallPolicy policy)
    {
        Groups = policy.RuleCollectionGroups!;
        Collections = [.. Groups.SelectMany(group => group.Collections)];
        NetworkRules = [.. Collections.OfType<NetworkRuleCollection>().SelectMany(collection => collection.Rules)];
        ApplicationRules = [.. Collections.OfType<ApplicationRuleCollection>().SelectMany(collection => collection.Rules)];
        AllowedNetworkRules = [.. Collections.OfType<NetworkRuleCollection>().Where(IsAllow).SelectMany(collection => collection.Rules)];
        AllowedApplicationRules = [.. Collections.OfType<ApplicationRuleCollection>().Where(IsAllow).SelectMany(collection => collection.Rules)];
        DnatRules = [.. Collections.OfType<DnatRuleCollection>().SelectMany(collection => collection.Rules)];
    }

    /// <summary>The groups.</summary>
    public ValueList<RuleCollectionGroup> Groups { get; }

    /// <summary>The collections of all groups.</summary>
    public IReadOnlyList<RuleCollection> Collections { get; }

    /// <summary>The network rules of all collections.</summary>
    public IReadOnlyList<NetworkRule> NetworkRules { get; }

    /// <summary>The application rules of all collections.</summary>
    public IReadOnlyList<ApplicationRule> ApplicationRules { get; }

    /// <summary>The network rules that allow something.</summary>
    public IReadOnlyList<NetworkRule> AllowedNetworkRules { get; }

    /// <summary>The application rules that allow something.</summary>
    public IReadOnlyList<ApplicationRule> AllowedApplicationRules { get; }

    /// <summary>The DNAT rules of all collections.</summary>
    public IReadOnlyList<DnatRule> DnatRules { get; }

    /// <summary>The first network rule that names hosts, or null.</summary>
    public NetworkRule? FirstWithHosts => NetworkRules.FirstOrDefault(rule => rule.Fqdns!.Count > 0);

    /// <summary>Collections of one kind in the order in which Azure Firewall asks them, with their groups. Those whose priority could not be read have no place in it.</summary>
    /// <typeparam name="TCollection">The kind.</typeparam>
    public IEnumerable<(RuleCollectionGroup Group, TCollection Collection)> InOrder<TCollection>()
        where TCollection : RuleCollection =>
        from policyGroup in Groups
        where !policyGroup.IsUnreadable(nameof(RuleCollectionGroup.Priority))
        orderby policyGroup.Priority.Value
        from collection in policyGroup.Collections.OfType<TCollection>().OrderBy(collection => collection.Priority.Value)
        where !collection.IsUnreadable(nameof(RuleCollection.Priority))
        select (policyGroup, collection);

    private static bool IsAllow(NetworkRuleCollection collection) => collection.Action == RuleAction.Allow && !collection.IsUnreadable(nameof(collection.Action));

    private static bool IsAllow(ApplicationRuleCollection collection) => collection.Action == RuleAction.Allow && !collection.IsUnreadable(nameof(collection.Action));
}
