namespace AksEgress.Analysis;

/// <summary>What a flow speaks.</summary>
public enum FlowProtocol
{
    /// <summary>TCP that is neither HTTP, HTTPS nor the protocol of SQL Server: network rules only.</summary>
    Tcp,

    /// <summary>UDP: network rules only.</summary>
    Udp,

    /// <summary>ICMP, which has no port: network rules only.</summary>
    Icmp,

    /// <summary>HTTP: TCP for network rules, then application rules by host.</summary>
    Http,

    /// <summary>HTTPS: TCP for network rules, then application rules by host.</summary>
    Https,

    /// <summary>The protocol of SQL Server: TCP for network rules, then application rules by host (which a policy cannot have for it).</summary>
    Mssql,
}
