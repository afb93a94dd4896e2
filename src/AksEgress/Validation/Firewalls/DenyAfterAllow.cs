using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>The first application rule that matches decides: groups by priority, their collections by priority, their rules in order.</summary>
internal sealed class DenyAfterAllow() : TopologyRule("AKSE2750", Warning, "A host is denied before it is allowed")
{
    /// <summary>How many rules are kept for one pattern. Beyond that a deny may go unreported; without an end, many rules for one host would each be compared with all.</summary>
    private const int MaxKept = 8;

    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        if (context.Policy.Collections.All(collection => collection is not ApplicationRuleCollection { Action: RuleAction.Deny }))
        {
            yield break;
        }

        // The rules that allow a host, by the text of its pattern, first ones first. A later one is kept when it allows what no kept one does: other sources or protocols.
        var allowed = new Dictionary<string, List<Allowed>>(StringComparer.Ordinal);
        var lookup = allowed.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var (group, collection) in context.Policy.InOrder<ApplicationRuleCollection>())
        {
            foreach (var rule in collection.Rules.Where(rule => IsReadable(collection, rule)))
            {
                for (var i = 0; i < rule.Fqdns!.Count; i++)
                {
                    var host = rule.Fqdns[i].ToString();
                    if (collection.Action == RuleAction.Allow)
                    {
                        Keep(allowed, host, new(rule, collection, group));
                    }
                    else if (Find(lookup, host, rule) is { } first)
                    {
                        yield return At(
                            rule.At(nameof(ApplicationRule.Fqdns), i),
                            $"'{host}' is never denied: rule '{first.Rule.Name}' in {first.Group.Name} (priority {first.Group.Priority}, collection {first.Collection.Name} {first.Collection.Priority}) allows it, and is evaluated before {group.Name} (priority {group.Priority}, collection {collection.Name} {collection.Priority}). Give what denies the lower number, or remove what allows.");
                    }
                }
            }
        }
    }

    private static bool IsReadable(ApplicationRuleCollection collection, ApplicationRule rule) =>
        !collection.IsUnreadable(nameof(ApplicationRuleCollection.Action)) && !rule.IsUnreadable(nameof(ApplicationRule.Source)) && !rule.IsUnreadable(nameof(ApplicationRule.Protocols));

    private static void Keep(Dictionary<string, List<Allowed>> allowed, string host, Allowed later)
    {
        if (!allowed.TryGetValue(host, out var kept))
        {
            allowed.Add(host, [later]);
        }
        else if (kept.Count < MaxKept && !kept.Exists(earlier => Covers(earlier.Rule, later.Rule)))
        {
            kept.Add(later);
        }
    }

    /// <summary>A rule that allows all that the other denies for a host: the same pattern, or a wildcard over it.</summary>
    private static Allowed? Find(Dictionary<string, List<Allowed>>.AlternateLookup<ReadOnlySpan<char>> allowed, string host, ApplicationRule denies)
    {
        if (allowed.TryGetValue(host, out var kept) && First(kept, denies) is { } same)
        {
            return same;
        }

        // Longer than any host.
        Span<char> wildcard = stackalloc char[256];
        wildcard[0] = '*';
        for (var start = host.StartsWith('*') ? 1 : 0; start <= host.Length && host.Length - start < wildcard.Length; start++)
        {
            host.AsSpan(start).CopyTo(wildcard[1..]);
            if (allowed.TryGetValue(wildcard[..(host.Length - start + 1)], out kept) && First(kept, denies) is { } wider)
            {
                return wider;
            }
        }

        return null;
    }

    private static Allowed? First(List<Allowed> kept, ApplicationRule denies) => kept.Find(candidate => Covers(candidate.Rule, denies));

    private static bool Covers(ApplicationRule allows, ApplicationRule denies) =>
        denies.Protocols!.All(protocol => allows.Protocols!.Contains(protocol))
        && denies.Source!.All(denied => allows.Source!.Any(source => source.First.Value <= denied.First.Value && denied.Last.Value <= source.Last.Value));

    private sealed record Allowed(ApplicationRule Rule, ApplicationRuleCollection Collection, RuleCollectionGroup Group);
}
