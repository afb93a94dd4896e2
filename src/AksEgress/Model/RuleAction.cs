namespace AksEgress.Model;

/// <summary>What a collection of network or application rules does. DNAT collections translate and allow.</summary>
public enum RuleAction
{
    /// <summary>Lets the traffic pass.</summary>
    Allow,

    /// <summary>Drops the traffic.</summary>
    Deny,
}
