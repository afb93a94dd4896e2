namespace AksEgress.Model;

/// <summary>What the cluster may reach: a named set, or hosts over HTTPS or HTTP. Becomes a collection with priority 60000 in the default group of its kind: behind the collections of <c>rules</c> with a lower number.</summary>
public sealed record AllowEntry : Node
{
    /// <summary>A named set; nothing else is said then.</summary>
    public EndpointSet? Set { get; init; }

    /// <summary>Name of the rule for hosts. Default: the first host.</summary>
    public string? Name { get; init; }

    /// <summary>Hosts over HTTPS.</summary>
    public ValueList<FqdnPattern>? Https { get; init; }

    /// <summary>Hosts over plain HTTP.</summary>
    public ValueList<FqdnPattern>? Http { get; init; }

    /// <summary>Port of the hosts. Default: 443 for HTTPS, 80 for HTTP.</summary>
    public PortRange? Port { get; init; }

    /// <summary>A named set.</summary>
    public static implicit operator AllowEntry(EndpointSet set) => FromEndpointSet(set);

    /// <summary>A named set.</summary>
    public static AllowEntry FromEndpointSet(EndpointSet set) => new() { Set = set };
}
