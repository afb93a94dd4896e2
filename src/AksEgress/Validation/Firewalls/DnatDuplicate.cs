using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>The first DNAT rule that matches ends the evaluation.</summary>
internal sealed class DnatDuplicate() : TopologyRule("AKSE2233", Error, "A port of a frontend leads to one target")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        // Rules for the same clients are found by the number of their list of sources, those behind a rule for everybody by the null.
        var sources = new Dictionary<ValueList<AddressRange>, int>();
        var first = new Dictionary<(DnatDestination Destination, int Port, RuleProtocol Protocol, int? Source), DnatRule>();
        foreach (var rule in context.Policy.InOrder<DnatRuleCollection>().SelectMany(placed => placed.Collection.Rules))
        {
            if (rule.Port.IsSingle && IsReadable(rule) && Earlier(rule, SourceOf(rule, sources), first).ToList() is [var duplicate, ..])
            {
                yield return At(rule.At(nameof(DnatRule.Port)), $"DNAT rule '{rule.Name}' listens on {duplicate.Destination}, port {rule.Port} ({DocumentWord.Of(duplicate.Protocol)}), but '{duplicate.Rule.Name}' does so before it and leads to {Target(duplicate.Rule)}; '{rule.Name}' would never be used. Choose another port or frontend.");
            }
        }
    }

    /// <summary>Registers what the rule listens on, and gives all of it that another rule with another target has already.</summary>
    private static IEnumerable<(DnatDestination Destination, RuleProtocol Protocol, DnatRule Rule)> Earlier(
        DnatRule rule,
        int? source,
        Dictionary<(DnatDestination Destination, int Port, RuleProtocol Protocol, int? Source), DnatRule> first)
    {
        var protocols = rule.Protocols!.Distinct().ToList();
        foreach (var destination in rule.Destination!)
        {
            foreach (var protocol in protocols)
            {
                var earlier = first.GetValueOrDefault((destination, rule.Port.First, protocol, null)) ?? first.GetValueOrDefault((destination, rule.Port.First, protocol, source));
                if (earlier is not null && !HaveOneTarget(earlier, rule))
                {
                    yield return (destination, protocol, earlier);
                }

                first.TryAdd((destination, rule.Port.First, protocol, source), rule);
            }
        }
    }

    private static int? SourceOf(DnatRule rule, Dictionary<ValueList<AddressRange>, int> sources)
    {
        if (rule.Source!.Any(BroadAddresses.IsEveryAddress))
        {
            return null;
        }

        sources.TryAdd(rule.Source!, sources.Count);
        return sources[rule.Source!];
    }

    private static bool HaveOneTarget(DnatRule left, DnatRule right) =>
        left.TranslatedAddress == right.TranslatedAddress && left.TranslatedFqdn == right.TranslatedFqdn && left.TranslatedPort == right.TranslatedPort;

    private static string Target(DnatRule rule) => FormattableString.Invariant($"{rule.TranslatedAddress?.ToString() ?? rule.TranslatedFqdn?.ToString()}:{rule.TranslatedPort}");

    private static bool IsReadable(DnatRule rule) =>
        (rule.TranslatedAddress is null) != (rule.TranslatedFqdn is null)
        && !rule.IsUnreadable(nameof(DnatRule.Source)) && !rule.IsUnreadable(nameof(DnatRule.Port)) && !rule.IsUnreadable(nameof(DnatRule.TranslatedPort))
        && !rule.IsUnreadable(nameof(DnatRule.Destination)) && !rule.IsUnreadable(nameof(DnatRule.Protocols));
}
