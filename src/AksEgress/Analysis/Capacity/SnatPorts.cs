using AksEgress.Knowledge;
using AksEgress.Model;
using AksEgress.Sizing;

namespace AksEgress.Analysis.Capacity;

/// <summary>Reckons the ports that the firewall translates sources to (azure-facts 2.3): so many for each frontend on each instance, and to each destination anew.</summary>
internal static class SnatPorts
{
    /// <summary>The ports and what the cluster takes of them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number of the options is less than it can be.</exception>
    public static SnatCapacity Of(EgressTopology topology, CapacityOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(options.ConnectionsPerPod);
        ArgumentOutOfRangeException.ThrowIfNegative(options.ConnectionsPerNode);
        ArgumentOutOfRangeException.ThrowIfNegative(options.Pods ?? 0);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.LeastInstances ?? 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.MostInstances ?? 1);
        var facts = FirewallFacts.Known;
        var isBasic = topology.Firewall!.Tier == FirewallTier.Basic;
        var frontends = topology.Firewall.Frontends!.Count!.Value;
        var least = options.LeastInstances ?? (isBasic ? facts.BasicInstances.Value : facts.Instances.Min);
        var most = Math.Max(least, options.MostInstances ?? (isBasic ? facts.BasicInstances.Value : facts.Instances.Max));
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

    private static string AdviceFor(CapacityVerdict verdict, long needed, int frontends)
    {
        var most = Limits.Known.MaxFrontends.Value;
        return verdict == CapacityVerdict.Enough ? "Nothing to add."
            : needed <= most ? FormattableString.Invariant($"Write frontends: {{ count: {needed} }}, {needed - frontends} more, which is enough before the firewall scales out{(verdict == CapacityVerdict.EnoughScaledOut ? "; or have it prescaled" : "")}.")
            : FormattableString.Invariant($"Azure takes {most} frontends, which is not enough before the firewall scales out ({needed} would be): a NAT gateway on the firewall's subnet has more ports for each address, and connections that are kept and shared need fewer.");
    }
}
