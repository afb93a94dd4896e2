using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>All network rules are asked before the first application rule, whatever the priorities.</summary>
internal sealed class DenyWebByNetworkRule() : TopologyRule("AKSE2752", Warning, "A network rule does not deny what application rules allow")
{
    /// <summary>How many rules to every address are held against the application rules. Beyond that they may go unreported; without an end, all would be compared with all.</summary>
    private const int MaxWide = 16;

    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        // What could not be read may allow before the denial.
        if (!AllowedHosts.AreKnown(context) || !context.Policy.Groups.All(HasOrder))
        {
            yield break;
        }

        var allowing = new List<NetworkRule>();
        var wide = from placed in context.Policy.InOrder<NetworkRuleCollection>()
                   from rule in placed.Collection.Rules
                   where IsWide(rule)
                   select (placed.Collection, rule);
        foreach (var (collection, rule) in wide.Take(MaxWide))
        {
            if (collection.Action == RuleAction.Allow)
            {
                allowing.Add(rule);
            }
            else if (context.Policy.AllowedApplicationRules.FirstOrDefault(allowed => Hides(rule, allowed) && !allowing.Exists(earlier => Hides(earlier, allowed))) is { } hidden)
            {
                yield return At(
                    rule.Origin.Span,
                    $"Network rule '{rule.Name}' denies every address on ports of HTTP and HTTPS, and network rules are evaluated before application rules whatever their priorities: application rule '{hidden.Name}' never allows anything. Remove it; what no rule allows is denied without it.");
                yield break;
            }
        }
    }

    private static bool HasOrder(RuleCollectionGroup group) =>
        !group.IsUnreadable(nameof(RuleCollectionGroup.Priority))
        && !group.Collections.OfType<NetworkRuleCollection>().Any(collection => collection.IsUnreadable(nameof(RuleCollection.Priority)) || collection.Rules.Any(rule => rule.IsUnreadable(nameof(NetworkRule.Source))));

    /// <summary>TCP to every address.</summary>
    private static bool IsWide(NetworkRule rule) =>
        rule.Protocols.Any(protocol => protocol is RuleProtocol.Tcp or RuleProtocol.Any) && BroadAddresses.AreEverything(rule.Destination!);

    private static bool Hides(NetworkRule rule, ApplicationRule other) =>
        other.Protocols!.Count > 0 && other.Source!.Count > 0 && !other.IsUnreadable(nameof(ApplicationRule.Source))
        && HostPrecedence.CanCompare(rule.Ports.Count, other.Protocols.Count)
        && other.Protocols.All(protocol => BroadAddresses.Hold(rule.Ports, protocol.Port)) && HostPrecedence.CoversSources(rule.Source!, other.Source);
}
