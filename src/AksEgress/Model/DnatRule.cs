namespace AksEgress.Model;

/// <summary>A DNAT rule. Exactly one of <see cref="TranslatedAddress"/> and <see cref="TranslatedFqdn"/>.</summary>
public sealed record DnatRule : Node
{
    /// <summary>1 to 80 characters, unique in the collection.</summary>
    public required string Name { get; init => field = NotNull(value); }

    /// <summary>What the rule is for. Default: none.</summary>
    public string? Description { get; init; }

    /// <summary>TCP, UDP or both. Default: TCP.</summary>
    public ValueList<RuleProtocol>? Protocols { get; init; }

    /// <summary>Who may come in. Default: everybody.</summary>
    public ValueList<AddressRange>? Source { get; init; }

    /// <summary>Default: the first frontend.</summary>
    public ValueList<DnatDestination>? Destination { get; init; }

    /// <summary>The port that the frontend listens on, 1 to 63999; Azure takes exactly one.</summary>
    public required PortRange Port { get; init; }

    /// <summary>The inner address.</summary>
    public Ipv4Address? TranslatedAddress { get; init; }

    /// <summary>The inner host; the firewall resolves it, so DNS must be set up. Default: none.</summary>
    public Fqdn? TranslatedFqdn { get; init; }

    /// <summary>The inner port, exactly one. Default: <see cref="Port"/>.</summary>
    public PortRange? TranslatedPort { get; init; }
}
