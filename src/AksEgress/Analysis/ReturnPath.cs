namespace AksEgress.Analysis;

/// <summary>How the answers to a flow come back.</summary>
public enum ReturnPath
{
    /// <summary>There are none: the flow is dropped.</summary>
    None,

    /// <summary>The way the flow went.</summary>
    Symmetric,

    /// <summary>Another way, on which a firewall or load balancer that has not seen the flow drops them.</summary>
    Asymmetric,
}
