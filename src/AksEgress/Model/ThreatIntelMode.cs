namespace AksEgress.Model;

/// <summary>What the firewall does with traffic to and from known bad addresses and hosts, before any rule.</summary>
public enum ThreatIntelMode
{
    /// <summary>Logs it.</summary>
    Alert,

    /// <summary>Logs and drops it; not with tier Basic.</summary>
    Deny,

    /// <summary>Nothing.</summary>
    Off,
}
