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
}

/// <summary>One thing that is unknown.</summary>
/// <param name="Kind">What kind it is.</param>
/// <param name="Name">The tag, host or service; empty where the rule says it all.</param>
internal readonly record struct Unknown(UnknownKind Kind, string Name = "");
