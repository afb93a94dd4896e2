namespace AksEgress.Model;

/// <summary>An application rule: hosts by name or by FQDN tag.</summary>
public sealed record ApplicationRule : Node
{
    /// <summary>1 to 80 characters, unique in the collection.</summary>
    public required string Name { get; init => field = NotNull(value); }

    /// <summary>What the rule is for. Default: none.</summary>
    public string? Description { get; init; }

    /// <summary>Protocols with their ports. Default: HTTPS on 443.</summary>
    public ValueList<ApplicationProtocol>? Protocols { get; init; }

    /// <summary>Source addresses. Default: the subnets with nodes and pods.</summary>
    public ValueList<AddressRange>? Source { get; init; }

    /// <summary>Hosts, wildcards allowed at the left. Default: none.</summary>
    public ValueList<FqdnPattern>? Fqdns { get; init; }

    /// <summary>FQDN tags. Default: none.</summary>
    public ValueList<FqdnTag>? FqdnTags { get; init; }
}
