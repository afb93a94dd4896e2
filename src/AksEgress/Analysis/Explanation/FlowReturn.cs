using AksEgress.Analysis.Evaluation;
using AksEgress.Analysis.Sets;
using AksEgress.Model;

namespace AksEgress.Analysis.Explanation;

/// <summary>What a flow leaves the firewall with, and how its answers come back (azure-facts 2.5 and 4.2).</summary>
internal sealed class FlowReturn(EgressTopology topology, FlowEvaluator evaluator)
{
    private readonly AddressSet _private = AddressSet.Of(Knowledge.Limits.Known.PrivateRanges.Prefixes);

    /// <summary>The addresses that a passing flow leaves the firewall with: any of its public ones; its private one where it translates but stays inside; none where the source stays.</summary>
    public IEnumerable<string> Egress(Flow flow, Ending ending)
    {
        if (ending.Stage is FlowStage.Route or FlowStage.Local)
        {
            return [];
        }

        var isInside = ending.Stage == FlowStage.Dnat || ((flow.To.Address ?? flow.Address) is { } address && _private.Contains(address.Value));
        var frontends = topology.Firewall!.Frontends!;
        return !isInside ? FrontendNames.All(frontends.Name!, frontends.Count ?? 1)
            : ending.Stage == FlowStage.Network || topology.Firewall.PrivateIpAddress is null ? []
            : [topology.Firewall.PrivateIpAddress.Value.ToString()];
    }

    /// <summary>How the answers come back.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="source">Addresses that it comes from.</param>
    /// <param name="ending">How it passes.</param>
    public ReturnPath Of(Flow flow, AddressSpan source, Ending ending) => ending.Stage switch
    {
        // The load balancer answers from the node, by the node's routes: to the firewall's public address past the firewall or not at all.
        FlowStage.Dnat => IsBehindPublicBalancer((CompiledDnatRule)ending.Rule!) ? ReturnPath.Asymmetric : ReturnPath.Symmetric,
        // A network rule leaves the source as it is towards private addresses; the answer then takes the routes of where the flow went.
        FlowStage.Network when (flow.To.Address ?? flow.Address) is { } address && _private.Contains(address.Value) && evaluator.Sources.RoutesOf(address) is { } back
            && back.Find(source.First).Effect != RouteEffect.Firewall => ReturnPath.Asymmetric,
        _ => ReturnPath.Symmetric,
    };

    /// <summary>True when the rule leads to a public load balancer and some subnet of nodes has no route for the firewall's own public addresses.</summary>
    private bool IsBehindPublicBalancer(CompiledDnatRule rule) =>
        rule.Rule.TranslatedAddress is { } address && !_private.Contains(address.Value) && evaluator.Sources.RoutesOf(address) is null
        && evaluator.Sources.AnyPod.Any(part => part.Routes is { ToFirewall: not null, Frontends: not { Effect: RouteEffect.Bypass } });
}
