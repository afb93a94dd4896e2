namespace AksEgress.Model;

/// <summary>Protocol of an application rule.</summary>
public enum ApplicationProtocolType
{
    /// <summary>Plain HTTP.</summary>
    Http,

    /// <summary>HTTP in TLS.</summary>
    Https,
}
