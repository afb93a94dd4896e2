namespace AksEgress.Analysis;

/// <summary>Where a flow's evaluation ends.</summary>
public enum FlowStage
{
    /// <summary>A route takes it past the firewall, or drops it.</summary>
    Route,

    /// <summary>It stays in the virtual network.</summary>
    Local,

    /// <summary>A DNAT rule of the firewall.</summary>
    Dnat,

    /// <summary>A network rule of the firewall.</summary>
    Network,

    /// <summary>An application rule of the firewall.</summary>
    Application,

    /// <summary>Azure's own rules for its platform, behind all others; what they hold is not published.</summary>
    Infrastructure,

    /// <summary>No rule: the firewall drops it.</summary>
    Default,
}
