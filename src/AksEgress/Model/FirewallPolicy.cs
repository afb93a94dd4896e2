namespace AksEgress.Model;

/// <summary>The firewall's policy (<c>Microsoft.Network/firewallPolicies</c>). Its tier is the firewall's.</summary>
public sealed record FirewallPolicy : Node
{
    /// <summary>Default: <c>&lt;name&gt;-fwpolicy</c>. 1 to 80 characters.</summary>
    public string? Name { get; init; }

    /// <summary>Groups of rule collections. After resolution: every rule there is.</summary>
    public ValueList<RuleCollectionGroup>? RuleCollectionGroups { get; init; }
}
