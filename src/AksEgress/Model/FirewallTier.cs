namespace AksEgress.Model;

/// <summary>Tier of firewall and policy. What a tier cannot do is listed in Azure's "features by SKU" page.</summary>
public enum FirewallTier
{
    /// <summary>No DNS proxy, no FQDNs in network rules, needs a management subnet.</summary>
    Basic,

    /// <summary>FQDN filtering in application and network rules, DNS proxy, threat intelligence.</summary>
    Standard,

    /// <summary>Standard, with TLS inspection, URL filtering and intrusion detection.</summary>
    Premium,
}
