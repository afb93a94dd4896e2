namespace AksEgress.Model;

/// <summary>What something that could not be read may do to an answer.</summary>
internal enum UnreadableEffect
{
    /// <summary>Change it either way.</summary>
    Changes,

    /// <summary>Take private addresses past the firewall, but for those of the network: a gateway announces them, and nothing says which.</summary>
    Announces,

    /// <summary>Deny what would be allowed, not the other way round.</summary>
    Denies,

    /// <summary>Little enough to be taken for granted and said.</summary>
    Assumed,
}
