using AksEgress.Diagnostics;
using AksEgress.Model;

namespace AksEgress.Generation;

/// <summary>A topology in code.</summary>
/// <param name="Member">The member that gives it.</param>
/// <param name="Topology">The topology.</param>
/// <param name="Label">What its findings begin with: what their place does not tell.</param>
internal sealed record CodeTopology(TopologyMember Member, EgressTopology Topology, string Label)
{
    /// <summary>The topologies of members, each once: that a list of topologies has what other members give too is no mistake.</summary>
    public static IReadOnlyList<CodeTopology> Of(IEnumerable<MemberTopologies> members) =>
        [.. members.SelectMany(member => member.Topologies.Select(topology => new CodeTopology(member.Member, topology, LabelOf(member, topology)))).DistinctBy(code => code.Topology)];

    /// <summary>A finding at the member's place, unless it has one of its own.</summary>
    public Diagnostic Place(Diagnostic finding) => finding with { Span = finding.Span == SourceSpan.None ? Member.Span : finding.Span, Message = Label + finding.Message };

    private static string LabelOf(MemberTopologies member, EgressTopology topology) => (member.Topologies.Count > 1, member.Member.Span == SourceSpan.None) switch
    {
        (false, false) => "",
        (false, true) => $"In '{member.Member.Name}': ",
        (true, false) => $"In '{topology.Name}': ",
        (true, true) => $"In '{topology.Name}' of '{member.Member.Name}': ",
    };
}
