using AksEgress.Knowledge;
using AksEgress.Model;

namespace AksEgress.Resolution;

/// <summary>Puts every rule into a group of the policy: exact ones as they are said, those of the short forms behind them.</summary>
internal sealed class RuleResolution(EgressTopology topology, SubnetPlan subnets)
{
    /// <summary>Priority of the collections that short forms make: behind the collections of a default group that have a lower number.</summary>
    private const int DerivedPriority = 60000;

    private readonly ValueList<AddressRange> _workload = [.. subnets.Workload.Select(subnet => AddressRange.FromCidr(subnet.Prefix))];

    public FirewallPolicy Resolve(FirewallPolicy policy, ValueList<DnatRule> published)
    {
        var groups = (policy.RuleCollectionGroups ?? []).ToList();
        var said = topology.Rules ?? [];
        var allow = new AllowExpansion(topology);
        var defaults = Limits.Known.DefaultRuleCollectionGroups;
        Append(groups, defaults.Dnat, said.OfType<DnatRuleCollection>(), "publish", published, (name, priority, rules) =>
            new DnatRuleCollection { Name = name, Priority = priority, Rules = rules, Origin = rules[0].Origin.Derived });
        Append(groups, defaults.Network, said.OfType<NetworkRuleCollection>(), "allow-network", allow.NetworkRules, (name, priority, rules) =>
            new NetworkRuleCollection { Name = name, Priority = priority, Rules = rules, Origin = rules[0].Origin.Derived });
        Append(groups, defaults.Application, said.OfType<ApplicationRuleCollection>(), "allow-application", allow.ApplicationRules, (name, priority, rules) =>
            new ApplicationRuleCollection { Name = name, Priority = priority, Rules = rules, Origin = rules[0].Origin.Derived });
        return policy with
        {
            RuleCollectionGroups = [.. groups.Select(group => group with { Collections = [.. group.Collections.Select(Complete)] })],
        };
    }

    private void Append<TRule>(
        List<RuleCollectionGroup> groups,
        DefaultRuleCollectionGroup preset,
        IEnumerable<RuleCollection> said,
        string derivedName,
        ValueList<TRule> derived,
        Func<string, Priority, ValueList<TRule>, RuleCollection> derive)
    {
        var index = groups.FindIndex(group => string.Equals(group.Name, preset.Name, StringComparison.OrdinalIgnoreCase));
        List<RuleCollection> collections = [.. index < 0 ? [] : groups[index].Collections, .. said];
        if (derived.Count > 0)
        {
            var name = new UniqueNames(collections.Select(collection => collection.Name)).Take(derivedName);
            collections.Add(derive(name, Free(DerivedPriority, collections.Select(collection => collection.Priority)), derived));
        }

        if (index >= 0)
        {
            groups[index] = groups[index] with { Collections = collections.ToValueList() };
        }
        else if (collections.Count > 0)
        {
            var priority = Free(preset.Priority, groups.Select(group => group.Priority));
            groups.Add(new() { Name = preset.Name, Priority = priority, Collections = collections.ToValueList(), Origin = topology.Origin.Derived });
        }
    }

    private static Priority Free(int wanted, IEnumerable<Priority> used)
    {
        var taken = used.Select(priority => priority.Value).ToHashSet();
        while (taken.Contains(wanted) && wanted < Priority.Lowest)
        {
            wanted++;
        }

        return wanted;
    }

    private RuleCollection Complete(RuleCollection collection) => collection switch
    {
        NetworkRuleCollection network => network with { Action = network.Action ?? RuleAction.Allow, Rules = [.. network.Rules.Select(Complete)] },
        ApplicationRuleCollection application => application with { Action = application.Action ?? RuleAction.Allow, Rules = [.. application.Rules.Select(Complete)] },
        DnatRuleCollection dnat => dnat with { Rules = [.. dnat.Rules.Select(Complete)] },
        _ => collection,
    };

    private NetworkRule Complete(NetworkRule rule) => rule with
    {
        Source = rule.Source ?? _workload,
        Destination = rule.Destination ?? [],
        ServiceTags = [.. (rule.ServiceTags ?? []).Select(Spelling.Known)],
        Fqdns = rule.Fqdns ?? [],
    };

    private ApplicationRule Complete(ApplicationRule rule) => rule with
    {
        Protocols = rule.Protocols ?? [ApplicationProtocol.Https],
        Source = rule.Source ?? _workload,
        Fqdns = rule.Fqdns ?? [],
        FqdnTags = [.. (rule.FqdnTags ?? []).Select(Spelling.Known)],
    };

    private static DnatRule Complete(DnatRule rule) => rule with
    {
        Protocols = rule.Protocols ?? [RuleProtocol.Tcp],
        Source = rule.Source ?? [AddressRange.Any],
        Destination = rule.Destination ?? [DnatDestination.OfFrontend(1)],
        TranslatedPort = rule.TranslatedPort ?? rule.Port,
    };
}
