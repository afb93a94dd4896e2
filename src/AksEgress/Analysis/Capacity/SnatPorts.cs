using AksEgress.Knowledge;
using AksEgress.Model;
using AksEgress.Sizing;

namespace AksEgress.Analysis.Capacity;

/// <summary>Reckons the ports that the firewall translates sources to (azure-facts 2.3): so many for each frontend on each instance, and to each destination anew.</summary>
internal static class SnatPorts
{
    /// <summary>The ports and what the cluster takes of them.</summary>
    /// <exception cref="ArgumentException">The options have a problem.</exception>
    public static SnatCapacity Of(EgressTopology topology, CapacityOptions options)
    {
        if (options.FindProblem(topology) is { } problem)
        {
            throw new ArgumentException(problem, nameof(options));
        }

        var facts = FirewallFacts.Known;
        var frontends = topology.Firewall!.Frontends!.Count!.Value;
        var usual = Instances(topology.Firewall.Tier);
        var (least, most) = (options.LeastInstances ?? usual.Least, options.MostInstances ?? usual.Most);
        var pools = topology.Cluster!.NodePools!;
        var nodes = pools.Sum(pool => PoolSize.Nodes(pool) + PoolSize.Surge(pool));
        var pods = options.Pods ?? pools.Sum(pool => (long)(PoolSize.Nodes(pool) + PoolSize.Surge(pool)) * PoolSize.Pods(pool));
        var connections = checked((pods * options.ConnectionsPerPod) + ((long)nodes * options.ConnectionsPerNode));
        var perFrontend = (long)facts.SnatPorts.Value * least;
        var ports = (Least: perFrontend * frontends, Most: (long)facts.SnatPorts.Value * most * frontends);
        var verdict = connections <= ports.Least ? CapacityVerdict.Enough : connections <= ports.Most ? CapacityVerdict.EnoughScaledOut : CapacityVerdict.NotEnough;
        var needed = Math.Max(1, (connections + perFrontend - 1) / perFrontend);
        return new()
        {
            Frontends = frontends,
            LeastInstances = least,
            MostInstances = most,
            LeastPorts = ports.Least,
            MostPorts = ports.Most,
            LeastNodes = pools.Sum(PoolSize.LeastNodes),
            MostNodes = nodes,
            Pods = pods,
            Connections = connections,
            Verdict = verdict,
            FrontendsNeeded = needed,
            Advice = AdviceFor(verdict, needed, frontends),
        };
    }

    /// <summary>The fewest and the most instances that a firewall has; those of Basic do not scale.</summary>
    public static (int Least, int Most) Instances(FirewallTier? tier) =>
        FirewallFacts.Known is var facts && tier == FirewallTier.Basic ? (facts.BasicInstances.Value, facts.BasicInstances.Value) : (facts.Instances.Min, facts.Instances.Max);

    private static string AdviceFor(CapacityVerdict verdict, long needed, int frontends)
    {
        var most = Limits.Known.MaxFrontends.Value;
        return verdict == CapacityVerdict.Enough ? "Nothing to add."
            : needed <= most ? FormattableString.Invariant($"Take {needed} frontends, {needed - frontends} more, which is enough before the firewall scales out{(verdict == CapacityVerdict.EnoughScaledOut ? "; or have it prescaled" : "")}.")
            : FormattableString.Invariant($"Azure takes {most} frontends, which is not enough before the firewall scales out ({needed} would be): a NAT gateway on the firewall's subnet has more ports for each address, and connections that are kept and shared need fewer.");
    }
}
