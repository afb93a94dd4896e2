using System.Collections.Immutable;
using AksEgress.Analysis.Sets;
using AksEgress.Model;

namespace AksEgress.Analysis.Evaluation;

/// <summary>The rules of a policy in their order of evaluation: within each kind groups by priority, then collections by priority, then rules as they stand.</summary>
internal sealed class CompiledPolicy
{
    private static readonly AddressSet _everyPort = AddressSet.Of([new AddressSpan(1, 65535)]);

    private readonly Dictionary<ValueList<AddressRange>, AddressSet> _sets = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<ValueList<PortRange>, AddressSet> _ports = [];
    private readonly ServiceTagPrefixes? _prefixes;

    public CompiledPolicy(FirewallPolicy policy, ServiceTagPrefixes? prefixes)
    {
        _prefixes = prefixes;
        var network = ImmutableArray.CreateBuilder<CompiledNetworkRule>();
        var application = ImmutableArray.CreateBuilder<CompiledApplicationRule>();
        var dnat = ImmutableArray.CreateBuilder<CompiledDnatRule>();
        var unread = ImmutableArray.CreateBuilder<UnreadRule>();
        foreach (var ruleGroup in policy.RuleCollectionGroups!.OrderBy(ruleGroup => ruleGroup.Priority.Value))
        {
            foreach (var collection in ruleGroup.Collections.OrderBy(collection => collection.Priority.Value))
            {
                RuleReference Reference(string name) => new(ruleGroup.Name, collection.Name, name);
                switch (collection)
                {
                    case NetworkRuleCollection rules:
                        foreach (var rule in rules.Rules)
                        {
                            var compiled = Compile(rule, Reference(rule.Name), network.Count, rules.Action == RuleAction.Allow);
                            if (Doubts.OfRule(rule) is { } doubt)
                            {
                                unread.Add(new(compiled, FlowStage.Network, rule, doubt));
                            }
                            else
                            {
                                network.Add(compiled);
                            }
                        }

                        break;
                    case ApplicationRuleCollection rules:
                        foreach (var rule in rules.Rules)
                        {
                            var compiled = new CompiledApplicationRule(rule, Reference(rule.Name), application.Count, rules.Action == RuleAction.Allow, SetOf(rule.Source!));
                            if (Doubts.OfRule(rule) is { } doubt)
                            {
                                unread.Add(new(compiled, FlowStage.Application, rule, doubt));
                            }
                            else
                            {
                                application.Add(compiled);
                            }
                        }

                        break;
                    case DnatRuleCollection rules:
                        foreach (var rule in rules.Rules)
                        {
                            var compiled = new CompiledDnatRule(rule, Reference(rule.Name), dnat.Count, SetOf(rule.Source!));
                            if (Doubts.OfRule(rule) is { } doubt)
                            {
                                unread.Add(new(compiled, FlowStage.Dnat, rule, doubt));
                            }
                            else
                            {
                                dnat.Add(compiled);
                            }
                        }

                        break;
                }
            }
        }

        Network = network.DrainToImmutable();
        NetworkByHost = [.. Network.Where(rule => rule.Hosts.Length > 0)];
        Application = application.DrainToImmutable();
        Dnat = dnat.DrainToImmutable();
        Unread = unread.DrainToImmutable();
    }

    /// <summary>The network rules.</summary>
    public ImmutableArray<CompiledNetworkRule> Network { get; }

    /// <summary>The network rules that name hosts.</summary>
    public ImmutableArray<CompiledNetworkRule> NetworkByHost { get; }

    /// <summary>The application rules.</summary>
    public ImmutableArray<CompiledApplicationRule> Application { get; }

    /// <summary>The DNAT rules.</summary>
    public ImmutableArray<CompiledDnatRule> Dnat { get; }

    /// <summary>The rules that could be read in part alone. They are none of the others, and stand before the one that has their place.</summary>
    public ImmutableArray<UnreadRule> Unread { get; }

    /// <summary>The rules of every kind, with those that could be read in part alone.</summary>
    public IEnumerable<IFirewallRule> All => Dnat.Concat<IFirewallRule>(Network).Concat(Application).Concat(Unread.Select(rule => rule.Rule));

    /// <summary>Rules of a stage that could not be read whole may match before the one that does.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="source">The flow's source; null where it is translated on the way to one that is not known.</param>
    /// <param name="flow">The flow.</param>
    /// <param name="before">The place of the rule that matches.</param>
    /// <param name="route">The route to the firewall.</param>
    /// <param name="cases">Takes the cases.</param>
    public void AddUnread(FlowStage stage, uint? source, Flow flow, int before, RouteChoice? route, ref CaseList cases)
    {
        foreach (var rule in Unread)
        {
            if (rule.Stage == stage && rule.Rule.Order <= before && rule.MayMatch(source, flow.Protocol, flow.Port))
            {
                cases.Add(new Unknown(UnknownKind.Unread, rule.Doubt), new(stage, rule.Rule.Allows, rule.Rule, route));
            }
        }
    }

    private CompiledNetworkRule Compile(NetworkRule rule, RuleReference reference, int order, bool allows)
    {
        var isAny = rule.Protocols.Contains(RuleProtocol.Any);
        var ports = PortsOf(rule.Ports);
        var known = rule.ServiceTags!.Select(tag => _prefixes?.Find(tag)).OfType<AddressSet>();
        return new(rule, reference, order, allows, SetOf(rule.Source!))
        {
            Destination = known.Aggregate(SetOf(rule.Destination!), (all, one) => all.Union(one)),
            ServiceTags = [.. rule.ServiceTags!.Where(tag => _prefixes?.Find(tag) is null).Select(tag => tag.ToString())],
            Hosts = [.. rule.Fqdns!.Select(host => host.ToString())],
            TcpPorts = isAny || rule.Protocols.Contains(RuleProtocol.Tcp) ? ports : AddressSet.Empty,
            UdpPorts = isAny || rule.Protocols.Contains(RuleProtocol.Udp) ? ports : AddressSet.Empty,
            Icmp = rule.Protocols.Contains(RuleProtocol.Icmp) || (isAny && rule.Ports.Contains(PortRange.Any)) ? true : isAny && ports.Contains(_everyPort) ? null : false,
        };
    }

    /// <summary>Rules share the list of sources that they do not say themselves; it is read once.</summary>
    private AddressSet SetOf(ValueList<AddressRange> ranges)
    {
        if (!_sets.TryGetValue(ranges, out var known))
        {
            known = AddressSet.Of(ranges);
            _sets.Add(ranges, known);
        }

        return known;
    }

    private AddressSet PortsOf(ValueList<PortRange> ports)
    {
        if (!_ports.TryGetValue(ports, out var known))
        {
            known = AddressSet.Of(ports.Select(port => new AddressSpan((uint)port.First, (uint)port.Last)));
            _ports.Add(ports, known);
        }

        return known;
    }
}
