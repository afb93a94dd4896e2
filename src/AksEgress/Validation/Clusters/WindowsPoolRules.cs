using System.Globalization;
using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;
using AksEgress.Validation.Firewalls;
using AksEgress.Validation.Routes;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Clusters;

/// <summary>Windows asks other hosts than Linux, and is activated.</summary>
internal sealed class WindowsPoolRules() : TopologyRule("AKSE2435", Warning, "The rules let Windows nodes reach their updates and their activation")
{
    private static readonly KnownEndpoint _activation = ClusterLimits.Known.WindowsActivation;
    private static readonly string _port = _activation.Port.ToString(CultureInfo.InvariantCulture);

    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var pools = context.Pools.Where(pool => pool.Os == NodePoolOs.Windows && !pool.IsUnreadable(nameof(NodePool.Os))).ToList();
        if (pools.Count == 0 || !context.SteersByRoutes || !AllowedHosts.AreKnown(context) || (context.Said.Allow ?? []).Any(entry => entry.Set == Model.EndpointSet.Windows))
        {
            yield break;
        }

        var endpoints = EndpointSets.Find(DocumentWord.Of(Model.EndpointSet.Windows))!.For(context.Topology.Cloud ?? AzureCloud.Public).Endpoints ?? [];
        var (asked, activating) = (endpoints.OfType<FqdnEndpoint>().ToList(), endpoints.OfType<NetworkFqdnEndpoint>().ToList());

        // Who has thought of one of the hosts has thought of Windows.
        var lacksHosts = !asked.Exists(endpoint => endpoint.Fqdns.Any(host => AllowedHosts.Contain(context, host)));
        var lacksActivation = activating.Count > 0 && !LetsActivate(context) && !TablesOf(context, pools).All(LeadsOut)
            && !activating.Exists(endpoint => endpoint.Fqdns.Any(host => AllowedHosts.PlaceOf(context.Policy, host) is not null));
        if (lacksHosts || lacksActivation)
        {
            var pool = pools[0];
            var missing = !lacksActivation ? "the hosts that Windows nodes ask for components and updates"
                : !lacksHosts ? $"TCP {_port}, by which Windows nodes are activated"
                : $"what Windows nodes ask for components and updates, nor TCP {_port} for activation";
            yield return At(pool.At(nameof(NodePool.Os)), $"Node pool '{pool.Name}' is Windows, and no rule opens {missing}: the firewall drops that. {Quotation.Own(Advice(context, lacksHosts ? asked : [], lacksActivation, activating.Count > 0))}");
        }
    }

    /// <summary>Tier Basic does not resolve hosts in network rules, so it takes the set only where that has none.</summary>
    private static string Advice(ValidationContext context, List<FqdnEndpoint> asked, bool lacksActivation, bool hasNetworkRules)
    {
        if (context.Firewall.Tier != FirewallTier.Basic || !hasNetworkRules)
        {
            return "Add 'windows' under allow.";
        }

        var hosts = asked.Select(endpoint => $"an application rule for {string.Join(", ", endpoint.Fqdns)} ({string.Join(", ", endpoint.Protocols)})");
        string[] activation = lacksActivation ? [$"a network rule for TCP {_port} to {string.Join(", ", _activation.Addresses)}"] : [];
        return $"Write {string.Join(", and ", hosts.Concat(activation))}; or take tier Standard and add 'windows' under allow.";
    }

    private static bool LetsActivate(ValidationContext context) => context.Policy.AllowedNetworkRules.Any(rule =>
        rule.Protocols.Any(protocol => protocol is RuleProtocol.Tcp or RuleProtocol.Any) && BroadAddresses.Hold(rule.Ports, _activation.Port));

    /// <summary>True when the routes of the pool's nodes send activation straight out, which is Microsoft's own advice.</summary>
    private static bool LeadsOut(RouteTable? table)
    {
        if (table is null)
        {
            return false;
        }

        var routes = new PrefixSet(ReadableRoutes.Of(table).Where(route => route.NextHopType == NextHopType.Internet).Select(route => route.Prefix.Prefix).OfType<Cidr>());
        return _activation.Addresses.All(address => routes.Contains(Ipv4Address.Parse(address)));
    }

    /// <summary>The tables of the pools, each once; null for pools that have none.</summary>
    private static IEnumerable<RouteTable?> TablesOf(ValidationContext context, List<NodePool> pools) =>
        pools.Select(pool => context.RouteTables.Find(context.Subnets.Find(pool.Subnet)?.RouteTable)).Distinct<RouteTable?>(ReferenceEqualityComparer.Instance);
}
