using AksEgress.Analysis;
using AksEgress.Knowledge;
using AksEgress.Model;

namespace AksEgress.Tests.Analysis.Reference;

/// <summary>Whether a rule matches a flow in a world.</summary>
internal sealed class ReferenceMatching(EgressTopology topology, IReadOnlyDictionary<string, Cidr[]> tagFile, ReferenceAddresses addresses)
{
    private readonly bool _resolvesAlike = topology is { Firewall: { Dns.Proxy: true } firewall, Network.DnsServers: { Count: > 0 } servers } && servers.All(server => server == firewall.PrivateIpAddress);

    /// <summary>A host whose address is not given is taken for none of the firewall's own.</summary>
    public static bool Matches(DnatRule rule, Flow flow, Ipv4Address source) =>
        rule.Destination!.Any(destination => flow.To.Frontend is { } frontend ? destination.Frontend == frontend : destination.Address is { } address && address == (flow.To.Address ?? flow.Address))
        && Speaks(rule.Protocols!, [rule.Port], flow, world: null)
        && Contains(rule.Source!, source);

    public bool Matches(NetworkRule rule, Flow flow, World world) =>
        Speaks(rule.Protocols, rule.Ports, flow, world)
        && Contains(rule.Source!, world.Source)
        && (Contains(rule.Destination!, world.Destination!.Value)
            || rule.ServiceTags!.Any(tag => Holds(tag, world))
            || rule.Fqdns!.Any(host => IsAddressOf(host, flow, world)));

    public bool Matches(ApplicationRule rule, Flow flow, World world) =>
        flow.To.Host is { } host
        && rule.Protocols!.Any(protocol => protocol.Port == flow.Port && flow.Protocol == (protocol.Type == ApplicationProtocolType.Http ? FlowProtocol.Http : FlowProtocol.Https))
        && Contains(rule.Source!, world.Source)
        && (rule.Fqdns!.Any(pattern => IsLike(pattern.ToString(), host.ToString())) || rule.FqdnTags!.Any(tag => Holds(tag, host.ToString(), world)));

    public static bool IsInfrastructure(Flow flow, World world) =>
        flow.To.Host is { } host
        && flow.Protocol is FlowProtocol.Http or FlowProtocol.Https or FlowProtocol.Mssql
        && FirewallFacts.Known.InfrastructureDomains.Any(domain => IsWithin(host.ToString(), domain.Name))
        && world.Holds(UnknownKind.Infrastructure, host.ToString());

    private static bool Speaks(ValueList<RuleProtocol> protocols, ValueList<PortRange> ports, Flow flow, World? world)
    {
        var isOnPort = ports.Any(range => range.First <= flow.Port && flow.Port <= range.Last);
        var isAny = protocols.Contains(RuleProtocol.Any);
        return flow.Protocol switch
        {
            FlowProtocol.Icmp => protocols.Contains(RuleProtocol.Icmp) || (isAny && (ports.Contains(PortRange.Any) || (IsEveryPort(ports) && world!.Holds(UnknownKind.EveryPort, "")))),
            FlowProtocol.Udp => isOnPort && (isAny || protocols.Contains(RuleProtocol.Udp)),
            _ => isOnPort && (isAny || protocols.Contains(RuleProtocol.Tcp)),
        };
    }

    private static bool IsEveryPort(ValueList<PortRange> ports) => Enumerable.Range(1, 65535).All(port => ports.Any(range => range.First <= port && port <= range.Last));

    private static bool Contains(ValueList<AddressRange> ranges, Ipv4Address address) =>
        ranges.Any(range => range.First.Value <= address.Value && address.Value <= range.Last.Value);

    private bool Holds(ServiceTag tag, World world)
    {
        var address = world.Destination!.Value;
        if (tagFile.TryGetValue(tag.ToString(), out var prefixes))
        {
            return prefixes.Any(prefix => prefix.Contains(address));
        }

        if (!addresses.IsPublic(address))
        {
            return false;
        }

        // A region cannot hold what its whole does not, and a whole holds what one of its regions does.
        if (tag.Region is null && world.HoldsSome(UnknownKind.ServiceTag, tag.Service + "."))
        {
            return true;
        }

        return (tag.Region is null || world.Answer(UnknownKind.ServiceTag, tag.Service) != false) && world.Holds(UnknownKind.ServiceTag, tag.ToString());
    }

    private bool IsAddressOf(Fqdn host, Flow flow, World world) =>
        (flow.To.Host is null || flow.To.Host == host)
        && ((flow.To.Host is not null && _resolvesAlike) || world.Holds(UnknownKind.Host, host.ToString()));

    private bool Holds(FqdnTag tag, string host, World world)
    {
        var known = FqdnTags.Find(tag.ToString());
        return known?.Covers.Any(covered => covered.Fqdns.Any(pattern => IsLike(Placeholders.Fill(pattern, topology.Location), host))) == true
            || ((known?.Domains is not { } domains || domains.Any(domain => IsWithin(host, domain))) && world.Holds(UnknownKind.FqdnTag, tag.ToString()));
    }

    private static bool IsLike(string pattern, string host) =>
        pattern[0] == '*' ? host.EndsWith(pattern[1..], StringComparison.OrdinalIgnoreCase) : host.Equals(pattern, StringComparison.OrdinalIgnoreCase);

    private static bool IsWithin(string host, string domain) =>
        host.Equals(domain, StringComparison.OrdinalIgnoreCase) || host.EndsWith('.' + domain, StringComparison.OrdinalIgnoreCase);
}
