namespace AksEgress.Knowledge;

/// <summary>The container registries whose hosts are known (<c>registries.json</c>).</summary>
internal static class Registries
{
    /// <summary>Every registry, in the order of the file.</summary>
    public static IReadOnlyList<KnownRegistry> All { get; } =
        KnowledgeFile.Read("registries.json", KnowledgeJson.Default.IReadOnlyListKnownRegistry);

    /// <summary>The registry with this host, or null. Hosts are in lower case.</summary>
    public static KnownRegistry? Find(string host) => All.FirstOrDefault(known =>
        known.Registry[0] == '*' ? host.EndsWith(known.Registry[1..], StringComparison.Ordinal) : host == known.Registry);
}

/// <summary>A container registry: where a pull goes.</summary>
internal sealed record KnownRegistry : SourcedFact
{
    /// <summary>Stands for the registry's own host.</summary>
    public const string RegistryPlaceholder = "{registry}";

    /// <summary>Stands for the first label of the registry's host.</summary>
    public const string NamePlaceholder = "{name}";

    /// <summary>The registry as images name it, or a wildcard over such.</summary>
    public required string Registry { get; init; }

    /// <summary>The set that holds its hosts, or null.</summary>
    public string? Set { get; init; }

    /// <summary>The endpoint of <see cref="Set"/>.</summary>
    public string? Endpoint { get; init; }

    /// <summary>Its hosts where no set has them: each a list of alternatives.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Hosts { get; init => field = value ?? []; } = [];

    /// <summary>True when there are more hosts, which nobody lists.</summary>
    public bool Unlisted { get; init; }

    /// <summary>The hosts that a pull reaches, each with its alternatives.</summary>
    /// <param name="registry">The registry's host.</param>
    /// <param name="location">The ARM location.</param>
    public IReadOnlyList<IReadOnlyList<string>> HostsOf(string registry, string location)
    {
        string Fill(string host) => Placeholders.Fill(host, location)
            .Replace(RegistryPlaceholder, registry, StringComparison.Ordinal)
            .Replace(NamePlaceholder, registry.Split('.')[0], StringComparison.Ordinal);
        return Set is null
            ? [.. Hosts.Select(alternatives => alternatives.Select(Fill).ToList())]
            : [.. EndpointsOfSet().SelectMany(endpoint => endpoint.Fqdns).Distinct().Select(host => new[] { host })];
    }

    private IEnumerable<FqdnEndpoint> EndpointsOfSet() => Enum.GetValues<Model.AzureCloud>()
        .SelectMany(cloud => EndpointSets.Find(Set!)!.For(cloud).Endpoints ?? []).OfType<FqdnEndpoint>().Where(endpoint => endpoint.Name == Endpoint);
}
