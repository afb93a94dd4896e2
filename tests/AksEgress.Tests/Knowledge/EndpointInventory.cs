using AksEgress.Knowledge;
using AzureCloud = AksEgress.Model.AzureCloud;

namespace AksEgress.Tests.Knowledge;

/// <summary>The sets as flat text, so that tests can hold them against a list that people wrote.</summary>
internal static class EndpointInventory
{
    internal static readonly AzureCloud[] Clouds = Enum.GetValues<AzureCloud>();

    internal static IEnumerable<(EndpointSet Set, AzureCloud Cloud, Endpoint Endpoint)> All =>
        from set in EndpointSets.All
        from cloud in Clouds
        from endpoint in set.For(cloud).Endpoints ?? []
        select (set, cloud, endpoint);

    /// <summary>Every host and tag that rules or the FQDN tags' contents name.</summary>
    internal static IEnumerable<string> Hosts =>
        All.SelectMany(entry => Destinations(entry.Endpoint)).Concat(FqdnTags.All.SelectMany(tag => tag.Covers).SelectMany(Destinations));

    internal static IEnumerable<string> Destinations(Endpoint endpoint) => endpoint switch
    {
        FqdnTagEndpoint => [],
        FqdnEndpoint application => application.Fqdns,
        NetworkFqdnEndpoint network => network.Fqdns,
        NetworkServiceTagEndpoint network => [network.Tag],
        _ => throw new ArgumentOutOfRangeException(nameof(endpoint), endpoint, "Unknown kind."),
    };

    /// <summary>"https:443 host", "udp:123 host", "udp:1194 #ServiceTag", "https:443 @FqdnTag".</summary>
    internal static IEnumerable<string> Flatten(Endpoint endpoint) => endpoint switch
    {
        FqdnTagEndpoint tag => tag.Protocols.Select(protocol => $"{protocol} @{tag.Tag}"),
        FqdnEndpoint application => application.Protocols.SelectMany(protocol => application.Fqdns.Select(fqdn => $"{protocol} {fqdn}")),
        NetworkFqdnEndpoint network => network.Fqdns.Select(fqdn => $"{network.Protocol}:{network.Port} {fqdn}"),
        NetworkServiceTagEndpoint network => [$"{network.Protocol}:{network.Port} #{network.Tag}"],
        _ => throw new ArgumentOutOfRangeException(nameof(endpoint), endpoint, "Unknown kind."),
    };

    /// <summary>Asserts that a set holds exactly what a list says: "https:443 a b; udp:123 c".</summary>
    internal static void AssertHolds(string list, string set, AzureCloud cloud)
    {
        var expected =
            from part in list.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            let words = part.Split((char[])[' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)
            from destination in words.Skip(1)
            select $"{words[0]} {destination}";
        var actual = EndpointSets.Find(set)!.For(cloud).Endpoints!.SelectMany(Flatten);
        Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));
    }
}
