namespace AksEgress.Analysis;

/// <summary>How much a cluster needs an endpoint.</summary>
public enum Importance
{
    /// <summary>Every cluster of this kind needs it.</summary>
    Required,

    /// <summary>A feature in use needs it, or an image of a workload.</summary>
    Feature,

    /// <summary>No document says that something fails without it.</summary>
    Optional,

    /// <summary>What has taken its place is in use in all but old clusters.</summary>
    Legacy,

    /// <summary>This cluster does without: it is private, or isolated from the network.</summary>
    NotRequired,
}
