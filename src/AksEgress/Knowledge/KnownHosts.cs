using AksEgress.Model;

namespace AksEgress.Knowledge;

/// <summary>How hosts are reached, by the endpoints of all sets and tags in all clouds. Hosts with a region in their name are not among them.</summary>
internal static class KnownHosts
{
    private static readonly Dictionary<string, KnownHost> _byName = Read();

    /// <summary>The host, or the wildcard, that is written so; or null. Hosts are in lower case.</summary>
    public static KnownHost? Find(string host) => _byName.GetValueOrDefault(host);

    private static Dictionary<string, KnownHost> Read()
    {
        var hosts = new Dictionary<string, KnownHost>(StringComparer.Ordinal);
        var endpoints = EndpointSets.All
            .SelectMany(set => Enum.GetValues<AzureCloud>().SelectMany(cloud => set.For(cloud).Endpoints ?? []))
            .Concat(FqdnTags.All.SelectMany(tag => tag.Covers));
        foreach (var endpoint in endpoints)
        {
            switch (endpoint)
            {
                case FqdnEndpoint application:
                    Add(hosts, application.Fqdns, application.Protocols, null);
                    break;
                case NetworkFqdnEndpoint network:
                    Add(hosts, network.Fqdns, [], FormattableString.Invariant($"{network.Protocol} {network.Port}"));
                    break;
            }
        }

        return hosts;
    }

    private static void Add(Dictionary<string, KnownHost> hosts, IReadOnlyList<string> names, IReadOnlyList<string> application, string? network)
    {
        foreach (var name in names.Where(name => !name.Contains('{', StringComparison.Ordinal)))
        {
            var known = hosts.GetValueOrDefault(name) ?? new([], null);
            hosts[name] = new([.. known.Application.Union(application)], known.Network ?? network);
        }
    }
}

/// <summary>How a host is reached.</summary>
/// <param name="Application">Protocols and ports of application rules, such as <c>https:443</c>; none for a host that only a network rule can allow.</param>
/// <param name="Network">Protocol and port of a network rule, such as <c>udp 123</c>; null for a host that application rules allow.</param>
internal sealed record KnownHost(IReadOnlyList<string> Application, string? Network);
