using System.Text.Json;
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

    public AllowExpansion(EgressTopology topology)
    {
        _topology = topology;
        foreach (var entry in topology.Allow ?? [])
        {
            if (entry.Set is { } set)
            {
                AddSet(entry, JsonNamingPolicy.KebabCaseLower.ConvertName(set.ToString()));
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
            var name = endpoint.Name.StartsWith(word + "-", StringComparison.Ordinal) ? endpoint.Name : $"{word}-{endpoint.Name}";
            switch (endpoint)
            {
                case FqdnTagEndpoint tag:
                    AddApplication(entry, name, endpoint.Purpose, Protocols(tag.Protocols), [], [FqdnTag.Parse(tag.Tag)]);
                    break;
                case FqdnEndpoint hosts:
                    AddApplication(entry, name, endpoint.Purpose, Protocols(hosts.Protocols), [.. hosts.Fqdns.Select(host => FqdnPattern.Parse(Fill(host)))], []);
                    break;
                case NetworkFqdnEndpoint hosts:
                    AddNetwork(entry, name, endpoint.Purpose, hosts.Protocol, hosts.Port, [.. hosts.Fqdns.Select(host => Fqdn.Parse(Fill(host)))], []);
                    break;
                case NetworkServiceTagEndpoint tag:
                    AddNetwork(entry, name, endpoint.Purpose, tag.Protocol, tag.Port, [], [ServiceTag.Parse(Fill(tag.Tag))]);
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

        var name = entry.Name ?? (hosts[0] == FqdnPattern.Any ? "any-host" : hosts[0].ToString().TrimStart('*', '.'));
        var isSecond = protocol.Type == ApplicationProtocolType.Http && entry.Https is { Count: > 0 };
        AddApplication(entry, isSecond ? name + "-http" : name, null, [protocol with { Port = entry.Port?.First ?? protocol.Port }], hosts, []);
    }

    private void AddApplication(AllowEntry entry, string name, string? purpose, ValueList<ApplicationProtocol> protocols, ValueList<FqdnPattern> hosts, ValueList<FqdnTag> tags) =>
        _application.Add(new() { Name = name, Description = purpose, Protocols = protocols, Fqdns = hosts, FqdnTags = tags, Origin = entry.Origin });

    private void AddNetwork(AllowEntry entry, string name, string purpose, string protocol, int port, ValueList<Fqdn> hosts, ValueList<ServiceTag> tags) =>
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

    private string Fill(string text) => Placeholders.Fill(text, _topology.Location);

    private static ValueList<ApplicationProtocol> Protocols(IEnumerable<string> texts) => [.. texts.Select(ValueProblem.Parse<ApplicationProtocol>)];
}
