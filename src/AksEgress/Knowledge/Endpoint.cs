using System.Text.Json.Serialization;

namespace AksEgress.Knowledge;

/// <summary>Something that a cluster reaches, in the form in which a firewall rule names it.</summary>
/// <remarks>Texts may hold the placeholders of <see cref="Placeholders"/>.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(FqdnTagEndpoint), "fqdnTag")]
[JsonDerivedType(typeof(FqdnEndpoint), "fqdns")]
[JsonDerivedType(typeof(NetworkFqdnEndpoint), "networkFqdns")]
[JsonDerivedType(typeof(NetworkServiceTagEndpoint), "networkServiceTags")]
internal abstract record Endpoint : SourcedFact
{
    /// <summary>Lower-case letters, digits and hyphens; unique among the endpoints of a set in a cloud.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for: one sentence, fit for a rule's description.</summary>
    public required string Purpose { get; init; }

    /// <summary>True when no document says that something fails without it.</summary>
    public bool Optional { get; init; }

    /// <summary>The clusters that do not need it; empty for most endpoints.</summary>
    public IReadOnlyList<Exemption> Exempt { get; init => field = value ?? []; } = [];
}

/// <summary>An application rule that names an FQDN tag.</summary>
internal sealed record FqdnTagEndpoint : Endpoint
{
    /// <summary>Protocol and port, such as <c>https:443</c>.</summary>
    public required IReadOnlyList<string> Protocols { get; init; }

    /// <summary>The name of the tag, as in <see cref="FqdnTags"/>.</summary>
    public required string Tag { get; init; }
}

/// <summary>An application rule that names hosts.</summary>
internal sealed record FqdnEndpoint : Endpoint
{
    /// <summary>Protocol and port, such as <c>https:443</c>.</summary>
    public required IReadOnlyList<string> Protocols { get; init; }

    /// <summary>Exact names, or wildcards with <c>*.</c> in front.</summary>
    public required IReadOnlyList<string> Fqdns { get; init; }
}

/// <summary>A network rule that names hosts, for what is neither HTTP nor HTTPS. It needs the firewall's DNS proxy.</summary>
internal sealed record NetworkFqdnEndpoint : Endpoint
{
    /// <summary><c>tcp</c> or <c>udp</c>.</summary>
    public required string Protocol { get; init; }

    /// <summary>The destination port.</summary>
    public required int Port { get; init; }

    /// <summary>Exact names: a network rule takes no wildcard.</summary>
    public required IReadOnlyList<string> Fqdns { get; init; }
}

/// <summary>A network rule that names a service tag, for what has no host name.</summary>
internal sealed record NetworkServiceTagEndpoint : Endpoint
{
    /// <summary><c>tcp</c> or <c>udp</c>.</summary>
    public required string Protocol { get; init; }

    /// <summary>The destination port.</summary>
    public required int Port { get; init; }

    /// <summary>The service tag, as in <see cref="ServiceTags"/>, with its region.</summary>
    public required string Tag { get; init; }
}
