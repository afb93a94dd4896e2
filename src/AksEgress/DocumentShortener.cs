using AksEgress.Model;

namespace AksEgress;

/// <summary>
/// Finds the shortest way to say a topology: leaves out what is derived anyway, and says sets of rules by their names. What is left resolves to the same.
/// </summary>
internal static class DocumentShortener
{
    /// <summary>The topology in few words.</summary>
    /// <param name="topology">The topology; need not be resolved.</param>
    public static EgressTopology Shorten(EgressTopology topology)
    {
        var goal = topology.Resolve() with { ResourceGroup = null, Origin = Origin.None };
        var groups = goal.Firewall!.Policy!.RuleCollectionGroups!;
        // Rules are long and derive nothing but themselves: they stand aside while the rest is tried.
        var bare = WithGroups(goal, []);
        bare = Omissions(bare).Aggregate(bare, (shorter, omit) => IsSame(omit(shorter), bare) ? omit(shorter) : shorter);
        bare = Emptied(bare, WithGroups(goal, []));
        return RuleShortener.Forms(bare, groups).First(form => IsSame(form, goal));
    }

    private static EgressTopology WithGroups(EgressTopology topology, ValueList<RuleCollectionGroup>? groups) =>
        topology with { Firewall = topology.Firewall! with { Policy = topology.Firewall.Policy! with { RuleCollectionGroups = groups } } };

    private static bool IsSame(EgressTopology said, EgressTopology goal) => said.Resolve() with { ResourceGroup = null, Origin = Origin.None } == goal.Resolve() with { ResourceGroup = null, Origin = Origin.None };

    /// <summary>Parts of which nothing is left need not be there.</summary>
    private static EgressTopology Emptied(EgressTopology topology, EgressTopology goal)
    {
        Func<EgressTopology, EgressTopology>[] omissions =
        [
            t => t with { Firewall = t.Firewall! with { Frontends = null } },
            t => t with { Firewall = t.Firewall! with { Dns = null } },
            t => t with { Cluster = t.Cluster! with { Network = null } },
            t => t with { Cluster = t.Cluster! with { Identity = null } },
            t => t with { Network = t.Network with { RouteTables = null } },
        ];
        return omissions.Aggregate(topology, (shorter, omit) => IsSame(omit(shorter), goal) ? omit(shorter) : shorter);
    }

    /// <summary>What may be left out, in an order in which what depends on others comes before them.</summary>
    private static IEnumerable<Func<EgressTopology, EgressTopology>> Omissions(EgressTopology all)
    {
        yield return t => t with { Tags = t.Tags is { Count: 0 } ? null : t.Tags };
        yield return t => t with { Parameters = null };
        yield return t => t with { Services = null };
        yield return t => t with { ConnectivityCheck = null };
        yield return t => t with { Allow = null };
        yield return t => t with { Rules = null };
        yield return t => t with { Publish = null };
        foreach (var omit in ClusterOmissions(all.Cluster!).Concat(FirewallOmissions()).Concat(NetworkOmissions(all.Network)))
        {
            yield return omit;
        }

        yield return t => t with { Cloud = null };
    }

    private static IEnumerable<Func<EgressTopology, EgressTopology>> ClusterOmissions(Cluster all)
    {
        for (var i = 0; i < all.NodePools!.Count; i++)
        {
            var pool = i;
            Func<NodePool, NodePool>[] members =
            [
                p => p with { EnableNodePublicIp = null }, p => p with { PodSubnet = null }, p => p with { Subnet = null }, p => p with { Zones = null }, p => p with { MaxPods = null }, p => p with { VmSize = null },
                p => p with { Count = null }, p => p with { Os = null }, p => p with { Mode = null },
            ];
            foreach (var member in members)
            {
                yield return t => t with { Cluster = t.Cluster! with { NodePools = t.Cluster.NodePools is { } pools ? Replaced(pools, pool, member) : null } };
            }
        }

        yield return Cluster(c => c with { NodePools = null });
        yield return Cluster(c => c with { Identity = null });
        yield return Cluster(c => c with { Identity = c.Identity is { } identity ? identity with { RoleAssignments = null } : null });
        yield return Cluster(c => c with { Identity = c.Identity is { } identity ? identity with { Name = null } : null });
        yield return Cluster(c => c with { Identity = c.Identity is { } identity ? identity with { Type = null } : null });
        yield return Cluster(c => c with { AuthorizeFrontends = null });
        yield return Cluster(c => c with { AuthorizedIpRanges = null });
        yield return Cluster(c => c with { PrivateCluster = null });
        yield return Cluster(c => c with { OutboundType = null });
        yield return Cluster(c => c with { Tier = null });
        yield return Cluster(c => c with { DnsPrefix = null });
        yield return Cluster(c => c with { Name = null });
        Func<ClusterNetwork, ClusterNetwork>[] network =
        [
            n => n with { DnsServiceIp = null }, n => n with { ServiceCidr = null }, n => n with { PodCidr = null }, n => n with { Policy = null }, n => n with { Dataplane = null }, n => n with { PluginMode = null }, n => n with { Plugin = null },
        ];
        foreach (var member in network)
        {
            yield return Cluster(c => c with { Network = c.Network is { } said ? member(said) : null });
        }
    }

    private static IEnumerable<Func<EgressTopology, EgressTopology>> FirewallOmissions()
    {
        yield return Firewall(f => f with { Dns = null });
        yield return Firewall(f => f with { Dns = f.Dns is { } dns ? dns with { Servers = null } : null });
        yield return Firewall(f => f with { Dns = f.Dns is { } dns ? dns with { Proxy = null } : null });
        yield return Firewall(f => f with { ThreatIntelMode = null });
        yield return Firewall(f => f with { PrivateIpAddress = null });
        yield return Firewall(f => f with { ManagementConfigurationName = null });
        yield return Firewall(f => f with { ManagementPublicIpName = null });
        yield return Firewall(f => f with { Frontends = f.Frontends! with { PrefixName = null } });
        yield return Firewall(f => f with { Frontends = f.Frontends! with { ConfigurationName = null } });
        yield return Firewall(f => f with { Frontends = f.Frontends! with { Name = null } });
        yield return Firewall(f => f with { Frontends = f.Frontends! with { Count = null } });
        yield return Firewall(f => f with { Zones = null });
        yield return Firewall(f => f with { Tier = null });
        yield return Firewall(f => f with { Name = null });
        yield return Firewall(f => f with { Policy = f.Policy! with { Name = null } });
    }

    private static IEnumerable<Func<EgressTopology, EgressTopology>> NetworkOmissions(VirtualNetwork all)
    {
        yield return Network(n => n with { DnsServers = null });
        for (var i = 0; i < all.RouteTables!.Count; i++)
        {
            var table = i;
            for (var j = 0; j < all.RouteTables[table].Routes!.Count; j++)
            {
                var route = j;
                Func<Route, Route>[] members = [r => r with { NextHopIpAddress = null }, r => r with { NextHopType = null }, r => r with { Name = null }];
                foreach (var member in members)
                {
                    yield return Table(table, t => t with { Routes = Replaced(t.Routes!, route, member) });
                }
            }

            yield return Table(table, t => t with { Routes = null });
            yield return Table(table, t => t with { DisableBgpRoutePropagation = null });
        }

        for (var i = 0; i < all.Subnets.Count; i++)
        {
            var subnet = i;
            Func<Subnet, Subnet>[] members = [s => s with { ServiceEndpoints = null }, s => s with { RouteTable = null }, s => s with { Role = null }];
            foreach (var member in members)
            {
                yield return Network(n => n with { Subnets = Replaced(n.Subnets, subnet, member) });
            }
        }

        for (var i = 0; i < all.RouteTables.Count; i++)
        {
            yield return Table(i, t => t with { Name = null });
        }

        yield return Network(n => n with { RouteTables = null });
        yield return Network(n => n with { Name = null });
    }

    private static Func<EgressTopology, EgressTopology> Cluster(Func<Cluster, Cluster> change) => t => t with { Cluster = change(t.Cluster!) };

    private static Func<EgressTopology, EgressTopology> Firewall(Func<Firewall, Firewall> change) => t => t with { Firewall = change(t.Firewall!) };

    private static Func<EgressTopology, EgressTopology> Network(Func<VirtualNetwork, VirtualNetwork> change) => t => t with { Network = change(t.Network) };

    private static Func<EgressTopology, EgressTopology> Table(int table, Func<RouteTable, RouteTable> change) => Network(n => n with { RouteTables = Replaced(n.RouteTables!, table, change) });

    private static ValueList<T> Replaced<T>(ValueList<T> items, int index, Func<T, T> change) => [.. items.Select((item, i) => i == index ? change(item) : item)];
}
