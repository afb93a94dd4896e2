namespace AksEgress.Model;

/// <summary>A group of rule collections (<c>firewallPolicies/ruleCollectionGroups</c>).</summary>
public sealed record RuleCollectionGroup : Node
{
    /// <summary>1 to 80 characters, unique in the policy.</summary>
    public required string Name { get; init => field = NotNull(value); }

    /// <summary>The lower number is evaluated first, within each kind of rule.</summary>
    public required Priority Priority { get; init; }

    /// <summary>The collections.</summary>
    public required ValueList<RuleCollection> Collections { get; init => field = NotNull(value); }
}
