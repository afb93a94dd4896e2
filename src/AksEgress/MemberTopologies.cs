using AksEgress.Diagnostics;
using AksEgress.Model;

namespace AksEgress;

/// <summary>What a member of compiled code gave.</summary>
/// <param name="Member">The member.</param>
/// <param name="Topologies">Its topologies; none when it threw or gave null.</param>
/// <param name="Diagnostics">What is wrong with the member, at its place; not with its topologies.</param>
public sealed record MemberTopologies(TopologyMember Member, IReadOnlyList<EgressTopology> Topologies, DiagnosticBag Diagnostics)
{
    /// <summary>What the member threw, with its stack; null when it did not.</summary>
    public Exception? Exception { get; init; }
}
