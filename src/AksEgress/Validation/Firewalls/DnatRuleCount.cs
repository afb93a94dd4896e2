using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;
using AksEgress.Sizing;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>Frontends and DNAT rules share one limit.</summary>
internal sealed class DnatRuleCount() : TopologyRule("AKSE2236", Warning, "Frontends and the destinations of DNAT rules are 250 together at most")
{
    private static readonly int _max = FirewallFacts.Known.MaxDnat.Value;

    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        if (!context.KnowsFrontends || context.Firewall.Frontends!.Count is not { } frontends || frontends > Limits.Known.MaxFrontends.Value)
        {
            yield break;
        }

        var destinations = new HashSet<(DnatDestination, PortRange, RuleProtocol)>();
        DnatRule? first = null;
        foreach (var rule in context.Policy.DnatRules)
        {
            destinations.UnionWith(PolicySize.DnatDestinations(rule));
            first ??= frontends + destinations.Count > _max ? rule : null;
        }

        if (first is not null)
        {
            yield return At(first.Origin.Span, $"DNAT rule '{first.Name}' is one too many: the frontends ({frontends}) and the destinations of DNAT rules ({destinations.Count}, by address, port and protocol) are {frontends + destinations.Count} together, and Azure Firewall takes {_max}. Publish one ingress controller for several services, or take fewer frontends.");
        }
    }
}
