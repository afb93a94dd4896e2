using AksEgress.Knowledge;
using AksEgress.Model;
using EndpointSet = AksEgress.Model.EndpointSet;

namespace AksEgress;

/// <summary>Ways to say the same rules, the shortest first: named sets and hosts, collections without their groups, groups.</summary>
internal static class RuleShortener
{
    private const string DerivedNetwork = "allow-network";
    private const string DerivedApplication = "allow-application";

    /// <summary>The ways. Not each of them resolves to the same; the last does.</summary>
    /// <param name="topology">The topology with all but its rules.</param>
    /// <param name="groups">The rules, resolved.</param>
    public static IEnumerable<EgressTopology> Forms(EgressTopology topology, ValueList<RuleCollectionGroup> groups)
    {
        var workload = Allowed(topology, EndpointSet.Aks).SelectMany(rule => rule.Application is { } application ? [application.Source] : rule.Network is { } network ? new[] { network.Source } : []).FirstOrDefault();
        var shortGroups = groups.Select(group => Shorten(group, workload)).ToValueList();
        var (collections, others) = SplitDefaults(shortGroups);
        if (FindAllowed(topology, groups) is { } allow)
        {
            var rest = collections.Where(collection => collection.Name is not (DerivedNetwork or DerivedApplication)).ToValueList();
            yield return With(topology, others, rest, allow);
        }

        yield return With(topology, others, collections, null);
        yield return With(topology, shortGroups, [], null);
        yield return With(topology, groups, [], null);
    }

    private static EgressTopology With(EgressTopology topology, ValueList<RuleCollectionGroup> groups, ValueList<RuleCollection> rules, ValueList<AllowEntry>? allow)
    {
        var policy = topology.Firewall!.Policy! with { RuleCollectionGroups = groups.Count == 0 ? null : groups };
        var isBare = policy is { Name: null, RuleCollectionGroups: null };
        return topology with
        {
            Firewall = topology.Firewall with { Policy = isBare ? null : policy },
            Rules = rules.Count == 0 ? null : rules,
            Allow = allow,
        };
    }

    /// <summary>The collections that come to the same without their groups: those of one kind in the default group of their kind.</summary>
    private static (ValueList<RuleCollection> Collections, ValueList<RuleCollectionGroup> Others) SplitDefaults(ValueList<RuleCollectionGroup> groups)
    {
        var defaults = Limits.Known.DefaultRuleCollectionGroups;
        var byKind = groups.ToLookup(group =>
            Is<DnatRuleCollection>(group, defaults.Dnat) || Is<NetworkRuleCollection>(group, defaults.Network) || Is<ApplicationRuleCollection>(group, defaults.Application));
        return ([.. byKind[true].SelectMany(group => group.Collections)], [.. byKind[false]]);
    }

    private static bool Is<TCollection>(RuleCollectionGroup group, DefaultRuleCollectionGroup preset)
        where TCollection : RuleCollection =>
        group.Name == preset.Name && group.Priority.Value == preset.Priority && group.Collections.All(collection => collection is TCollection);

    private static RuleCollectionGroup Shorten(RuleCollectionGroup group, ValueList<AddressRange>? workload) => group with
    {
        Origin = Origin.None,
        Collections = [.. group.Collections.Select(collection => Shorten(collection, workload))],
    };

    private static RuleCollection Shorten(RuleCollection collection, ValueList<AddressRange>? workload) => collection switch
    {
        NetworkRuleCollection network => network with { Action = network.Action == RuleAction.Allow ? null : network.Action, Rules = [.. network.Rules.Select(rule => Shorten(rule, workload))] },
        ApplicationRuleCollection application => application with { Action = application.Action == RuleAction.Allow ? null : application.Action, Rules = [.. application.Rules.Select(rule => Shorten(rule, workload))] },
        DnatRuleCollection dnat => dnat with { Rules = [.. dnat.Rules.Select(Shorten)] },
        _ => collection,
    };

    private static NetworkRule Shorten(NetworkRule rule, ValueList<AddressRange>? workload) => rule with
    {
        Source = rule.Source!.Equals(workload) ? null : rule.Source,
        Destination = NullIfEmpty(rule.Destination),
        ServiceTags = NullIfEmpty(rule.ServiceTags),
        Fqdns = NullIfEmpty(rule.Fqdns),
    };

    private static ApplicationRule Shorten(ApplicationRule rule, ValueList<AddressRange>? workload) => rule with
    {
        Protocols = rule.Protocols is [var only] && only == ApplicationProtocol.Https ? null : rule.Protocols,
        Source = rule.Source!.Equals(workload) ? null : rule.Source,
        Fqdns = NullIfEmpty(rule.Fqdns),
        FqdnTags = NullIfEmpty(rule.FqdnTags),
    };

    private static DnatRule Shorten(DnatRule rule) => rule with
    {
        Protocols = rule.Protocols is [RuleProtocol.Tcp] ? null : rule.Protocols,
        Source = rule.Source is [var source] && source == AddressRange.Any ? null : rule.Source,
        Destination = rule.Destination is [var destination] && destination == DnatDestination.OfFrontend(1) ? null : rule.Destination,
        TranslatedPort = rule.TranslatedPort == rule.Port ? null : rule.TranslatedPort,
    };

    private static ValueList<T>? NullIfEmpty<T>(ValueList<T>? list) => list is { Count: 0 } ? null : list;

    /// <summary>The sets and hosts that make the derived collections; null where these say something else.</summary>
    private static ValueList<AllowEntry>? FindAllowed(EgressTopology topology, ValueList<RuleCollectionGroup> groups)
    {
        var collections = groups.SelectMany(group => group.Collections).ToList();
        var application = collections.OfType<ApplicationRuleCollection>().FirstOrDefault(collection => collection.Name == DerivedApplication)?.Rules ?? [];
        var network = collections.OfType<NetworkRuleCollection>().FirstOrDefault(collection => collection.Name == DerivedNetwork)?.Rules ?? [];
        if (application.Count + network.Count == 0)
        {
            return null;
        }

        var sets = Enum.GetValues<EndpointSet>().Select(set => (Set: set, Rules: Allowed(topology, set))).Where(set => set.Rules.Count > 0).OrderByDescending(set => set.Rules.Count).ToList();
        var entries = new List<AllowEntry>();
        var (i, j) = (0, 0);
        while (i < application.Count || j < network.Count)
        {
            var (set, rules) = sets.Find(set => Begins(application, i, set.Rules.Select(rule => rule.Application)) && Begins(network, j, set.Rules.Select(rule => rule.Network)));
            if (rules is not null)
            {
                entries.Add(set);
                i += rules.Count(rule => rule.Application is not null);
                j += rules.Count(rule => rule.Network is not null);
            }
            else if (i < application.Count && HostsOf(application[i]) is { } hosts)
            {
                entries.Add(hosts);
                i++;
            }
            else
            {
                return null;
            }
        }

        return [.. entries];
    }

    private static AllowEntry? HostsOf(ApplicationRule rule)
    {
        if (rule is not { Description: null, FqdnTags.Count: 0, Fqdns: [var first, ..], Protocols: [var protocol] })
        {
            return null;
        }

        var isHttps = protocol.Type == ApplicationProtocolType.Https;
        return new()
        {
            Name = rule.Name == first.ToString().TrimStart('*', '.', '-', '_') ? null : rule.Name,
            Https = isHttps ? rule.Fqdns : null,
            Http = isHttps ? null : rule.Fqdns,
            Port = protocol == ApplicationProtocol.Https || protocol == ApplicationProtocol.Http ? null : protocol.Port,
        };
    }

    private static bool Begins<TRule>(ValueList<TRule> rules, int from, IEnumerable<TRule?> wanted)
        where TRule : class
    {
        foreach (var rule in wanted.OfType<TRule>())
        {
            if (from >= rules.Count || !rules[from++].Equals(rule))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The rules that a set comes to.</summary>
    private static List<(ApplicationRule? Application, NetworkRule? Network)> Allowed(EgressTopology topology, EndpointSet set) =>
    [
        .. (topology with { Allow = [set] }).Resolve().Firewall!.Policy!.RuleCollectionGroups!.SelectMany(group => group.Collections).SelectMany(collection => collection switch
        {
            ApplicationRuleCollection application => application.Rules.Select(rule => ((ApplicationRule?)rule, (NetworkRule?)null)),
            NetworkRuleCollection network => network.Rules.Select(rule => ((ApplicationRule?)null, (NetworkRule?)rule)),
            _ => [],
        }),
    ];
}
