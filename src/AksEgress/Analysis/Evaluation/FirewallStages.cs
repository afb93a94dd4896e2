using AksEgress.Analysis.Sets;
using AksEgress.Knowledge;
using AksEgress.Model;

namespace AksEgress.Analysis.Evaluation;

/// <summary>What flows meet at the firewall: DNAT, network and application rules, Azure's own, and the default.</summary>
internal sealed class FirewallStages
{
    public FirewallStages(EgressTopology resolved, AddressSet publicAddresses, ServiceTagPrefixes? prefixes)
    {
        PublicAddresses = publicAddresses;
        Doubts = new(resolved);
        Policy = new(resolved.Firewall!.Policy!, prefixes);
        Network = new(Policy);
        Tags = new(resolved.Location, resolved.Cloud!.Value);
        Application = new(Policy, Tags);
        var address = resolved.Firewall.PrivateIpAddress;
        ResolvesAlike = resolved.Firewall.Dns?.Proxy == true && !resolved.Network.IsUnreadable(nameof(VirtualNetwork.DnsServers)) && resolved.Network.DnsServers!.Count > 0 && resolved.Network.DnsServers.All(server => server == address);
    }

    /// <summary>What could not be read.</summary>
    public Doubts Doubts { get; }

    /// <summary>The rules.</summary>
    public CompiledPolicy Policy { get; }

    /// <summary>The network rules.</summary>
    public NetworkStage Network { get; }

    /// <summary>The application rules.</summary>
    public ApplicationStage Application { get; }

    /// <summary>What FQDN tags hold.</summary>
    public FqdnTagHosts Tags { get; }

    /// <summary>True when the firewall and the clients resolve hosts alike: through the firewall's DNS proxy.</summary>
    public bool ResolvesAlike { get; }

    private AddressSet PublicAddresses { get; }

    /// <summary>True when the same could not be read of both.</summary>
    public bool HasSameDoubtsAs(FirewallStages other) => Doubts.IsSameAs(other.Doubts)
        && Policy.Unread.Select(rule => (rule.Stage, rule.Doubt, rule.Rule.Order, rule.Rule.Allows)).SequenceEqual(other.Policy.Unread.Select(rule => (rule.Stage, rule.Doubt, rule.Rule.Order, rule.Rule.Allows)));

    /// <summary>What becomes of a flow to a frontend by one way.</summary>
    public void PassToFrontend(uint source, RouteChoice? way, int frontend, Flow flow, ref CaseList cases)
    {
        if (way is { Effect: RouteEffect.Drop or RouteEffect.Local })
        {
            cases.End(way.Ending);
            return;
        }

        // From inside and past the firewall the address changes on the way, to one that is not known.
        var isTranslated = way is { Effect: RouteEffect.Bypass };
        Doubts.Add(Doubts.AtFirewall, FlowStage.Network, way, ref cases);
        Policy.AddUnread(FlowStage.Dnat, isTranslated ? null : source, flow, int.MaxValue, way, ref cases);
        var open = PublicAddresses;
        foreach (var rule in Policy.Dnat.Where(rule => rule.Takes(flow.Protocol, flow.Port, DnatDestination.OfFrontend(frontend))))
        {
            var ending = new Ending(FlowStage.Dnat, true, rule, way);
            if (isTranslated ? rule.Source.Contains(open) : rule.Source.Contains(source))
            {
                cases.End(ending);
                return;
            }

            if (isTranslated && rule.Source.Overlaps(open))
            {
                // What this rule takes does not come to the next.
                cases.Add(new Unknown(UnknownKind.TranslatedSource), ending);
                open = open.Except(rule.Source);
            }
        }

        cases.End(new(FlowStage.Default, false, null, way));
    }

    /// <summary>What becomes of a flow to an address.</summary>
    public void Pass(uint source, RouteChoice? route, Ipv4Address address, Flow flow, ref CaseList cases)
    {
        if (IsTranslated(source, route, address, flow, ref cases))
        {
            return;
        }

        PassNetwork(source, route, address, null, flow, ref cases);
    }

    /// <summary>True when a NAT rule takes the flow to an address.</summary>
    public bool IsTranslated(uint source, RouteChoice? route, Ipv4Address address, Flow flow, ref CaseList cases)
    {
        Policy.AddUnread(FlowStage.Dnat, source, flow, int.MaxValue, route, ref cases);
        foreach (var rule in Policy.Dnat)
        {
            if (rule.Takes(flow.Protocol, flow.Port, address) && rule.Source.Contains(source))
            {
                cases.End(new(FlowStage.Dnat, true, rule, route));
                return true;
            }
        }

        return false;
    }

    /// <summary>What becomes of a flow to a host that has any of some addresses.</summary>
    public void PassAnyAddress(uint source, RouteChoice? route, AddressSet addresses, Flow flow, ref CaseList cases) => PassNetwork(source, route, null, addresses, flow, ref cases);

    private void PassNetwork(uint source, RouteChoice? route, Ipv4Address? address, AddressSet? addresses, Flow flow, ref CaseList cases)
    {
        var column = Network.ColumnOf(source, flow.Protocol, flow.Port);
        if (column.IfEveryPort is { } all)
        {
            var under = cases.Under;
            cases.Under = under.Add(new(UnknownKind.EveryPort));
            var match = Match(all, address, addresses, flow, route, ref cases);
            cases.End(match is null ? new(FlowStage.Default, false, null, route) : new(FlowStage.Network, match.Allows, match, route));
            cases.Under = under;
        }

        BehindNetwork(source, flow, Match(column, address, addresses, flow, route, ref cases), route, ref cases);
    }

    private CompiledNetworkRule? Match(NetworkColumn column, Ipv4Address? address, AddressSet? addresses, Flow flow, RouteChoice? route, ref CaseList cases) => (flow.To.Host?.ToString(), address) switch
    {
        ({ } host, null) => column.Named(host, addresses!, ResolvesAlike, route, ref cases),
        ({ } host, { } known) => column.Named(host, known.Value, PublicAddresses.Contains(known.Value), ResolvesAlike, route, ref cases),
        (null, var known) => column.Bare(known!.Value.Value, PublicAddresses.Contains(known.Value.Value), route, ref cases),
    };

    private void BehindNetwork(uint source, Flow flow, CompiledNetworkRule? match, RouteChoice? route, ref CaseList cases)
    {
        Doubts.Add(Doubts.AtFirewall, FlowStage.Network, route, ref cases);
        Policy.AddUnread(FlowStage.Network, source, flow, match?.Order ?? int.MaxValue, route, ref cases);
        if (match is not null)
        {
            cases.End(new(FlowStage.Network, match.Allows, match, route));
            return;
        }

        if (flow.To.Host is { } host && flow.Protocol is FlowProtocol.Http or FlowProtocol.Https or FlowProtocol.Mssql)
        {
            var name = host.ToString();
            var rule = Application.Find(source, flow.Protocol, flow.Port, name, route, ref cases);
            Policy.AddUnread(FlowStage.Application, source, flow, rule?.Order ?? int.MaxValue, route, ref cases);
            if (rule is not null)
            {
                cases.End(new(FlowStage.Application, rule.Allows, rule, route));
                return;
            }

            foreach (var domain in FirewallFacts.Known.InfrastructureDomains)
            {
                if (HostDomains.IsWithin(name, domain.Name))
                {
                    cases.Add(new Unknown(UnknownKind.Infrastructure, domain.Name), new(FlowStage.Infrastructure, true, null, route));
                    break;
                }
            }
        }

        cases.End(new(FlowStage.Default, false, null, route));
    }
}
