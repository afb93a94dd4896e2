namespace AksEgress.Model;

/// <summary>Protocol of a network or DNAT rule (<c>ipProtocols</c>).</summary>
public enum RuleProtocol
{
    /// <summary>TCP.</summary>
    Tcp,

    /// <summary>UDP.</summary>
    Udp,

    /// <summary>ICMP; does not work towards the Internet. Network rules only.</summary>
    Icmp,

    /// <summary>Every IP protocol; with a port, TCP and UDP. Network rules only.</summary>
    Any,
}
