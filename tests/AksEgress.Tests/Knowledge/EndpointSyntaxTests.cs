using AksEgress.Knowledge;

namespace AksEgress.Tests.Knowledge;

public sealed class EndpointSyntaxTests
{
    private const string Label = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
    private const string Fqdn = $@"^({Label}\.)+[a-z][a-z]+$";

    [Fact]
    public void Hosts_of_application_rules_are_names_or_leftmost_wildcards() =>
        Assert.All(Filled<FqdnEndpoint>(), host => Assert.Matches($@"^(\*\.)?{Fqdn[1..]}", host));

    [Fact]
    public void Hosts_that_tags_cover_are_names_or_leftmost_wildcards() =>
        Assert.All(
            FqdnTags.All.SelectMany(tag => tag.Covers).SelectMany(endpoint => endpoint.Fqdns),
            host => Assert.Matches($@"^(\*\.)?{Fqdn[1..]}", Placeholders.Fill(host, "eastus")));

    [Fact]
    public void Hosts_of_network_rules_are_exact() => Assert.All(Filled<NetworkFqdnEndpoint>(), host => Assert.Matches(Fqdn, host));

    [Fact]
    public void No_host_is_longer_than_a_name_can_be() => Assert.All(EndpointInventory.Hosts, host => Assert.InRange(host.Length, 4, 253));

    [Fact]
    public void Tags_of_network_rules_are_known_to_the_firewall() =>
        Assert.All(Filled<NetworkServiceTagEndpoint>(), tag => Assert.True(ServiceTags.Find(tag)?.Firewall, tag));

    [Fact]
    public void Tags_of_application_rules_are_known() =>
        Assert.All(
            EndpointInventory.All.Select(entry => entry.Endpoint).OfType<FqdnTagEndpoint>(),
            endpoint => Assert.NotNull(FqdnTags.Find(endpoint.Tag)));

    [Fact]
    public void There_is_no_placeholder_but_the_two() =>
        Assert.All(EndpointInventory.Hosts, host => Assert.DoesNotContain('{', Placeholders.Fill(host, "eastus")));

    [Fact]
    public void Both_placeholders_are_used()
    {
        Assert.Contains(EndpointInventory.Hosts, host => host.Contains(Placeholders.Location, StringComparison.Ordinal));
        Assert.Contains(EndpointInventory.Hosts, host => host.Contains(Placeholders.TagRegion, StringComparison.Ordinal));
    }

    [Fact]
    public void Application_protocols_are_the_two_that_the_sets_need() =>
        Assert.Equal(
            ["http:80", "https:443"],
            EndpointInventory.All
                .SelectMany(entry => entry.Endpoint switch
                {
                    FqdnTagEndpoint tag => tag.Protocols,
                    FqdnEndpoint fqdn => fqdn.Protocols,
                    _ => [],
                })
                .Distinct()
                .Order(StringComparer.Ordinal));

    [Fact]
    public void Network_rules_do_not_stand_in_for_http() =>
        Assert.Equal(
            ["tcp:1688", "tcp:22", "tcp:9000", "udp:1194", "udp:123"],
            EndpointInventory.All
                .Where(entry => entry.Endpoint is NetworkFqdnEndpoint or NetworkServiceTagEndpoint)
                .SelectMany(entry => EndpointInventory.Flatten(entry.Endpoint))
                .Select(text => text.Split(' ')[0])
                .Distinct()
                .Order(StringComparer.Ordinal));

    private static IEnumerable<string> Filled<T>()
        where T : Endpoint =>
        EndpointInventory.All
            .Where(entry => entry.Endpoint is T)
            .SelectMany(entry => EndpointInventory.Destinations(entry.Endpoint))
            .Select(host => Placeholders.Fill(host, "norwayeast"));
}
