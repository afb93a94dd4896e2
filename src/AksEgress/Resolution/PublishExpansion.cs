using System.Globalization;
using AksEgress.Knowledge;
using AksEgress.Model;

namespace AksEgress.Resolution;

/// <summary>Carries out <c>publish</c>: one Kubernetes Service for all entries of a name, and a DNAT rule for each entry to the same address.</summary>
internal sealed class PublishExpansion
{
    private readonly SubnetPlan _subnets;
    private readonly HashSet<Ipv4Address> _taken;
    private readonly Dictionary<Cidr, long> _next = [];
    private readonly UniqueNames _ruleNames = new([]);

    public PublishExpansion(EgressTopology topology, SubnetPlan subnets)
    {
        _subnets = subnets;
        var published = topology.Publish ?? [];
        var said = topology.Services ?? [];
        _taken = [.. published.Select(entry => entry.Address).Concat(said.Select(service => service.Address)).OfType<Ipv4Address>()];
        var services = said.Select(Complete).ToList();
        var rules = new List<DnatRule>();
        foreach (var group in GroupByService(published))
        {
            var service = Complete(ToService(group));
            services.Add(service);
            rules.AddRange(group.Entries.Select(entry => ToRule(entry, service)).OfType<DnatRule>());
        }

        Services = services.ToValueList();
        DnatRules = rules.ToValueList();
    }

    /// <summary>The Services that were said, and behind them those of <c>publish</c>.</summary>
    public ValueList<LoadBalancerService> Services { get; }

    /// <summary>A DNAT rule for each entry of <c>publish</c>.</summary>
    public ValueList<DnatRule> DnatRules { get; }

    private static List<Group> GroupByService(ValueList<PublishedService> published)
    {
        var groups = new List<Group>();
        var byName = new Dictionary<(string? Namespace, string Service), Group>();
        foreach (var entry in published)
        {
            // Another address is another load balancer: kept apart, for validation to find the name twice.
            if (byName.TryGetValue((entry.Namespace, entry.Service), out var group) && (entry.Address is null || group.Address is null || group.Address == entry.Address))
            {
                group.Entries.Add(entry);
                group.Address ??= entry.Address;
                continue;
            }

            group = new([entry]) { Address = entry.Address };
            groups.Add(group);
            byName.TryAdd((entry.Namespace, entry.Service), group);
        }

        return groups;
    }

    /// <summary>Null where there is no name, no address to translate to, or no single port: that is said of the Service.</summary>
    private DnatRule? ToRule(PublishedService entry, LoadBalancerService service)
    {
        if (entry.Service.Length == 0 || service.Address is null || !entry.Port.IsSingle)
        {
            return null;
        }

        var isUdp = entry.Protocol == TransportProtocol.Udp;
        var qualifier = entry.Namespace is null ? "" : entry.Namespace + "-";
        return new()
        {
            Name = _ruleNames.Take(string.Create(CultureInfo.InvariantCulture, $"{qualifier}{entry.Service}-{entry.Port}{(isUdp ? "-udp" : "")}")),
            Protocols = [isUdp ? RuleProtocol.Udp : RuleProtocol.Tcp],
            Source = entry.Source,
            Destination = [DnatDestination.OfFrontend(Math.Max(entry.Frontend ?? 1, 1))],
            Port = entry.Port,
            TranslatedAddress = service.Address,
            Origin = entry.Origin,
        };
    }

    private LoadBalancerService ToService(Group group)
    {
        var entries = group.Entries;
        var first = entries[0];
        var said = group.Address;
        var isPublic = first.LoadBalancer == LoadBalancerKind.Public;
        var subnetName = entries.Find(entry => entry.Subnet is not null)?.Subnet;
        var subnet = _subnets.Find(subnetName)
            ?? (said is { } address ? _subnets.Holding(address) : null)
            ?? _subnets.FirstIngress ?? _subnets.FirstCluster;
        return new()
        {
            Name = first.Service,
            Namespace = first.Namespace,
            LoadBalancer = first.LoadBalancer,
            Address = said ?? (isPublic || subnet is null ? null : TakeHighest(subnet.Prefix)),
            Subnet = isPublic ? null : subnetName ?? subnet?.Name,
            Ports = [.. entries.Select(entry => new ServicePort { Port = entry.Port, TargetPort = entry.TargetPort, Protocol = entry.Protocol, Origin = entry.Origin })],
            Selector = entries.Find(entry => entry.Selector is not null)?.Selector,
            Origin = first.Origin,
        };
    }

    /// <summary>From the top, because nodes and dynamic frontends take addresses from the bottom.</summary>
    private Ipv4Address? TakeHighest(Cidr prefix)
    {
        var lowest = (long)prefix.First.Value + Limits.Known.ReservedAtSubnetStart.Value;
        var candidate = _next.GetValueOrDefault(prefix, (long)prefix.Last.Value - Limits.Known.ReservedAtSubnetEnd.Value);
        while (candidate >= lowest && !_taken.Add(new((uint)candidate)))
        {
            candidate--;
        }

        _next[prefix] = candidate - 1;
        return candidate >= lowest ? new((uint)candidate) : null;
    }

    private LoadBalancerService Complete(LoadBalancerService service)
    {
        var kind = service.LoadBalancer ?? LoadBalancerKind.Internal;
        return service with
        {
            LoadBalancer = kind,
            Ports = [.. service.Ports.Select(port => port with { TargetPort = port.TargetPort ?? port.Port, Protocol = port.Protocol ?? TransportProtocol.Tcp })],
            Subnet = _subnets.Spell(service.Subnet),
            SourceRanges = service.SourceRanges ?? (kind == LoadBalancerKind.Internal && _subnets.Firewall is { } firewall ? [firewall.Prefix] : []),
            Selector = service.Selector ?? [new("app", service.Name) { Origin = service.Origin.Derived }],
        };
    }

    /// <summary>The entries of one Service.</summary>
    private sealed record Group(List<PublishedService> Entries)
    {
        /// <summary>The address that one of them says.</summary>
        public Ipv4Address? Address { get; set; }
    }
}
