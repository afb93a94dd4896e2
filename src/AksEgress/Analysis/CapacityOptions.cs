using AksEgress.Analysis.Capacity;
using AksEgress.Model;

namespace AksEgress.Analysis;

/// <summary>What a capacity report reckons with.</summary>
public sealed record CapacityOptions
{
    /// <summary>Connections that each pod holds at once to the destination (address, port and protocol) that most go to: each takes a port of its own. Default: 1.</summary>
    public int ConnectionsPerPod { get; init; } = 1;

    /// <summary>Connections that each node holds to it beside those of its pods. Default: 0.</summary>
    public int ConnectionsPerNode { get; init; }

    /// <summary>The pods that run. Default: as many as the nodes take.</summary>
    public int? Pods { get; init; }

    /// <summary>The fewest instances, where the firewall is prescaled. Default: what Azure keeps.</summary>
    public int? LeastInstances { get; init; }

    /// <summary>The most instances, where the firewall is prescaled. Default: what Azure scales out to.</summary>
    public int? MostInstances { get; init; }

    /// <summary>Why a topology cannot be reckoned with these numbers, and what to say instead; null when it can.</summary>
    /// <param name="topology">The topology. It need not be resolved.</param>
    public string? FindProblem(EgressTopology topology)
    {
        var (least, most) = SnatPorts.Instances(topology.Firewall?.Tier);
        string? Instances(int? number) => number < least || number > most
            ? least == most ? FormattableString.Invariant($"A firewall of tier Basic has {least} instances, not {number}. Leave the number out.")
                : FormattableString.Invariant($"A firewall has {least} to {most} instances, not {number}.")
            : null;
        return ConnectionsPerPod < 0 || ConnectionsPerNode < 0 || Pods < 0 ? "Connections and pods are 0 or more."
            : Instances(LeastInstances) ?? Instances(MostInstances)
            ?? (LeastInstances > MostInstances ? FormattableString.Invariant($"The fewest instances ({LeastInstances}) are more than the most ({MostInstances}). Swap them.") : null);
    }
}
