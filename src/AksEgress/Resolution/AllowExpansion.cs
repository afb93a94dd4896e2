using AksEgress.Knowledge;
using AksEgress.Model;
using EndpointSet = AksEgress.Model.EndpointSet;

namespace AksEgress.Resolution;

/// <summary>Turns <c>allow</c> into rules: sets by the data in <c>Knowledge/</c>, hosts as they are said.</summary>
internal sealed class AllowExpansion
{
    private readonly EgressTopology _topology;
    private readonly List<NetworkRule> _network = [];
    private readonly List<ApplicationRule> _application = [];
    private readonly UniqueNames _names;

    public AllowExpansion(EgressTopology topology)
    {
        _topology = topology;
        _names = new((topology.Allow ?? []).Select(entry => entry.Name).OfType<string>());
        var sets = new HashSet<Model.EndpointSet>();
        foreach (var entry in topology.Allow ?? [])
        {
            if (entry.Set is { } set && sets.Add(set))
            {
                AddSet(entry with { Origin = entry.Origin.OfSet }, DocumentWord.Of(set));
            }

            AddHosts(entry, entry.Https, ApplicationProtocol.Https);
            AddHosts(entry, entry.Http, ApplicationProtocol.Http);
        }

        NetworkRules = _network.ToValueList();
        ApplicationRules = _application.ToValueList();
    }

    public ValueList<NetworkRule> NetworkRules { get; }

    public ValueList<ApplicationRule> ApplicationRules { get; }

    private void AddSet(AllowEntry entry, string word)
    {
        foreach (var endpoint in EndpointSets.Find(word)!.For(_topology.Cloud ?? AzureCloud.Public).Endpoints ?? [])
        {
            var name = _names.Take(endpoint.Name.StartsWith(word + "-", StringComparison.Ordinal) ? endpoint.Name : $"{word}-{endpoint.Name}");
            switch (endpoint)
            {
                case FqdnTagEndpoint tag:
                    AddApplication(entry, name, endpoint.Purpose, Protocols(tag.Protocols), [], [FqdnTag.Parse(tag.Tag)]);
                    break;
                case FqdnEndpoint hosts:
                    AddApplication(entry, name, endpoint.Purpose, Protocols(hosts.Protocols), Fill<FqdnPattern>(hosts.Fqdns), []);
                    break;
                case NetworkFqdnEndpoint hosts:
                    AddNetwork(entry, name, endpoint.Purpose, hosts.Protocol, hosts.Port, Fill<Fqdn>(hosts.Fqdns), []);
                    break;
                case NetworkServiceTagEndpoint tag:
                    AddNetwork(entry, name, endpoint.Purpose, tag.Protocol, tag.Port, [], Fill<ServiceTag>([tag.Tag]));
                    break;
            }
        }
    }

    private void AddHosts(AllowEntry entry, ValueList<FqdnPattern>? hosts, ApplicationProtocol protocol)
    {
        if (hosts is not { Count: > 0 })
        {
            return;
        }

        var isSecond = protocol.Type == ApplicationProtocolType.Http && entry.Https is { Count: > 0 };
        var suffix = isSecond ? "-http" : "";
        var name = entry.Name is { } said ? said + suffix : _names.Take(NameOf(hosts[0]) + suffix);
        var port = entry.Port is { IsSingle: true } single ? single.First : protocol.Port;
        AddApplication(entry, name, null, [protocol with { Port = port }], hosts, []);
    }

    private void AddApplication(AllowEntry entry, string name, string? purpose, ValueList<ApplicationProtocol> protocols, ValueList<FqdnPattern> hosts, ValueList<FqdnTag> tags)
    {
        if (hosts.Count + tags.Count > 0)
        {
            _application.Add(new() { Name = name, Description = purpose, Protocols = protocols, Fqdns = hosts, FqdnTags = tags, Origin = entry.Origin });
        }
    }

    private void AddNetwork(AllowEntry entry, string name, string purpose, string protocol, int port, ValueList<Fqdn> hosts, ValueList<ServiceTag> tags)
    {
        if (hosts.Count + tags.Count > 0)
        {
            _network.Add(new()
            {
                Name = name,
                Description = purpose,
                Protocols = [protocol == "udp" ? RuleProtocol.Udp : RuleProtocol.Tcp],
                Ports = [port],
                Fqdns = hosts,
                ServiceTags = tags,
                Origin = entry.Origin,
            });
        }
    }

    private static string NameOf(FqdnPattern host) => host == FqdnPattern.Any ? "any-host" : host.ToString().TrimStart('*', '.', '-', '_');

    /// <summary>With the location filled in. One that is no location makes no hosts; it is for validation to report.</summary>
    private ValueList<T> Fill<T>(IEnumerable<string> texts)
        where T : struct, IModelValue<T> =>
        [.. texts.Select(text => T.TryParse(Placeholders.Fill(text, _topology.Location), out var value, out _) ? value : (T?)null).OfType<T>()];

    private static ValueList<ApplicationProtocol> Protocols(IEnumerable<string> texts) => [.. texts.Select(ValueProblem.Parse<ApplicationProtocol>)];
}
