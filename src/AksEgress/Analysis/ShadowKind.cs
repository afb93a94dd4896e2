namespace AksEgress.Analysis;

/// <summary>What other rules make of a rule.</summary>
public enum ShadowKind
{
    /// <summary>It never matches: earlier rules take all that it is for.</summary>
    Dead,

    /// <summary>Earlier rules of the other action take some of what it is for.</summary>
    PartlyShadowed,

    /// <summary>Without it nothing would change: later rules do the same with all that it takes.</summary>
    Redundant,

    /// <summary>Earlier rules of the same action take some of what it is for; that much of it is needless.</summary>
    PartlyNeedless,
}
