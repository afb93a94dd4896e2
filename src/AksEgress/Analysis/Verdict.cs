namespace AksEgress.Analysis;

/// <summary>What becomes of a flow.</summary>
public enum Verdict
{
    /// <summary>It passes.</summary>
    Allow,

    /// <summary>It is dropped.</summary>
    Deny,

    /// <summary>It passes or is dropped by what nobody publishes, or by what was not said.</summary>
    Depends,
}
