using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Clusters;

/// <summary>Windows asks other hosts than Linux.</summary>
internal sealed class WindowsPoolRules() : TopologyRule("AKSE2435", Warning, "The rules let Windows nodes reach their updates and their activation")
{
    private static readonly KnownEndpoint _activation = ClusterLimits.Known.WindowsActivation;

    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var pool = context.Pools.FirstOrDefault(pool => pool.Os == NodePoolOs.Windows && !pool.IsUnreadable(nameof(NodePool.Os)));
        if (pool is not null && context.SteersByRoutes && KnowsRules(context) && !(context.Said.Allow ?? []).Any(entry => entry.Set == Model.EndpointSet.Windows) && !LetsActivate(context))
        {
            yield return At(pool.At(nameof(NodePool.Os)), $"Node pool '{pool.Name}' is Windows, and no rule opens what Windows nodes ask, TCP {_activation.Port} for activation among it: the firewall drops that. Add 'windows' under allow.");
        }
    }

    private static bool KnowsRules(ValidationContext context) =>
        !context.Said.IsUnreadable(nameof(EgressTopology.Allow)) && !context.Said.IsUnreadable(nameof(EgressTopology.Rules)) && context.KnowsFirewall(nameof(Firewall.Policy));

    /// <summary>Who has thought of activation has thought of Windows: as a rule, or by routes straight out.</summary>
    private static bool LetsActivate(ValidationContext context) =>
        context.Policy.Collections.OfType<NetworkRuleCollection>().Where(collection => collection.Action == RuleAction.Allow)
            .SelectMany(collection => collection.Rules)
            .Any(rule => rule.Ports.Any(port => port.First <= _activation.Port && port.Last >= _activation.Port));
}
