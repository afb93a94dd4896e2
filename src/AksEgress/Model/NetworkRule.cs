namespace AksEgress.Model;

/// <summary>A network rule. Exactly one kind of destination: addresses and service tags, or hosts.</summary>
public sealed record NetworkRule : Node
{
    /// <summary>1 to 80 characters, unique in the collection.</summary>
    public required string Name { get; init => field = NotNull(value); }

    /// <summary>What the rule is for. Default: none.</summary>
    public string? Description { get; init; }

    /// <summary>The protocols.</summary>
    public required ValueList<RuleProtocol> Protocols { get; init => field = NotNull(value); }

    /// <summary>Source addresses. Default: the subnets with nodes and pods.</summary>
    public ValueList<AddressRange>? Source { get; init; }

    /// <summary>Destination addresses. Default: none.</summary>
    public ValueList<AddressRange>? Destination { get; init; }

    /// <summary>Destination service tags; Azure takes them beside addresses. Default: none.</summary>
    public ValueList<ServiceTag>? ServiceTags { get; init; }

    /// <summary>Destination hosts, matched by the addresses that the firewall's DNS proxy resolves. Not with tier Basic. Default: none.</summary>
    public ValueList<Fqdn>? Fqdns { get; init; }

    /// <summary>Destination ports.</summary>
    public required ValueList<PortRange> Ports { get; init => field = NotNull(value); }
}
