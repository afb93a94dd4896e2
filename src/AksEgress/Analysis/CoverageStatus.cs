namespace AksEgress.Analysis;

/// <summary>Whether the rules let something pass that is needed; the later, the worse.</summary>
public enum CoverageStatus
{
    /// <summary>A rule that names it, or a route past the firewall, lets it pass.</summary>
    Covered,

    /// <summary>An FQDN tag lets it pass that is documented to hold it; its content is not published.</summary>
    CoveredByTag,

    /// <summary>It passes or is dropped by what nobody publishes, or by what was not said.</summary>
    Depends,

    /// <summary>It is dropped.</summary>
    NotCovered,
}
