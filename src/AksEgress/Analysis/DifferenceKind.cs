namespace AksEgress.Analysis;

/// <summary>What kind of change it is, the most dangerous first.</summary>
public enum DifferenceKind
{
    /// <summary>It passes as before, but the firewall sees less of it: its address instead of its host, or nothing; or threat intelligence no longer logs it.</summary>
    NewlyUninspected,

    /// <summary>It passes now.</summary>
    NewlyAllowed,

    /// <summary>It may pass now, where something holds that is not known.</summary>
    PossiblyAllowed,

    /// <summary>It may pass as before, but in other cases.</summary>
    OtherConditions,

    /// <summary>It passes as before, and the firewall sees more of it.</summary>
    NewlyInspected,

    /// <summary>It may be dropped now, where something holds that is not known.</summary>
    PossiblyDenied,

    /// <summary>It is dropped now.</summary>
    NewlyDenied,
}
