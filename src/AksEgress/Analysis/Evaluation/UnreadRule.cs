using AksEgress.Model;

namespace AksEgress.Analysis.Evaluation;

/// <summary>A rule of which not all could be read: it may match what the rest of it leaves open.</summary>
/// <param name="Rule">What could be read. Its place is that of the next rule that was read whole.</param>
/// <param name="Stage">The kind of rule.</param>
/// <param name="Node">The rule in the model.</param>
/// <param name="Doubt">What could not be read.</param>
internal sealed record UnreadRule(IFirewallRule Rule, FlowStage Stage, Node Node, string Doubt)
{
    /// <summary>False where what could be read shows that the rule is for other flows.</summary>
    public bool MayMatch(uint? source, FlowProtocol protocol, int port) =>
        (source is not { } known || Node.IsUnreadable(nameof(NetworkRule.Source)) || Rule.Source.Contains(known))
        && Rule switch
        {
            CompiledNetworkRule network => Node.IsUnreadable(nameof(NetworkRule.Protocols)) || Node.IsUnreadable(nameof(NetworkRule.Ports)) || network.MayServe(protocol, port),
            CompiledApplicationRule application => Node.IsUnreadable(nameof(ApplicationRule.Protocols)) || (ApplicationStage.ProtocolOf(protocol, port) is { } spoken && application.Rule.Protocols!.Contains(spoken)),
            CompiledDnatRule dnat => Node.IsUnreadable(nameof(DnatRule.Protocols)) || Node.IsUnreadable(nameof(DnatRule.Port)) || dnat.Serves(protocol, port),
            _ => true,
        };
}
