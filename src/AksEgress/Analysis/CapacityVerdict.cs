namespace AksEgress.Analysis;

/// <summary>Whether the ports for source translation are enough.</summary>
public enum CapacityVerdict
{
    /// <summary>Also on the fewest instances.</summary>
    Enough,

    /// <summary>Only on more instances than the fewest: until the firewall has scaled out, connections fail.</summary>
    EnoughScaledOut,

    /// <summary>Not on the most instances either.</summary>
    NotEnough,
}
