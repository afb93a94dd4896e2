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

    private static bool IsAllow(NetworkRuleCollection collection) => collection.Action == RuleAction.Allow && !collection.IsUnreadable(nameof(collection.Action));

    private static bool IsAllow(ApplicationRuleCollection collection) => collection.Action == RuleAction.Allow && !collection.IsUnreadable(nameof(collection.Action));
}
