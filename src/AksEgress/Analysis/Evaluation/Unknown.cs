namespace AksEgress.Analysis.Evaluation;

/// <summary>What nobody publishes, or was not said, and a verdict may hang on.</summary>
internal enum UnknownKind
{
    /// <summary>The address is one of a rule's ranges.</summary>
    AddressInRanges,

    /// <summary>The service tag has the address.</summary>
    ServiceTag,

    /// <summary>The host of a network rule has the address.</summary>
    HostAddress,

    /// <summary>The firewall and the client resolve the host to the same address.</summary>
    HostResolution,

    /// <summary>The FQDN tag has the host.</summary>
    FqdnTag,

    /// <summary>Azure's own rules have the host.</summary>
    Infrastructure,

    /// <summary>The route's ranges have the address.</summary>
    RoutedAddress,

    /// <summary>The route's service tag has the address.</summary>
    RoutedServiceTag,

    /// <summary>The subnet's service endpoint has the address.</summary>
    ServiceEndpoint,

    /// <summary>The source is one that the rule takes.</summary>
    TranslatedSource,

    /// <summary>The source is in no subnet of the topology, and its routes lead to the firewall.</summary>
    SourceRoute,

    /// <summary>A range of all ports lets the protocol any be more than TCP and UDP, as * does.</summary>
    EveryPort,

    /// <summary>What could not be read decides.</summary>
    Unread,
}

/// <summary>One thing that is unknown. Names are the same in upper and lower case.</summary>
/// <param name="Kind">What kind it is.</param>
/// <param name="Name">The tag, host, service or ranges; empty where the rule says it all.</param>
internal readonly record struct Unknown(UnknownKind Kind, string Name = "")
{
    /// <inheritdoc/>
    public bool Equals(Unknown other) => Kind == other.Kind && string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, string.GetHashCode(Name, StringComparison.OrdinalIgnoreCase));
}
