using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>The first application rule that matches decides: groups by priority, their collections by priority, their rules in order.</summary>
internal sealed class DenyAfterAllow() : TopologyRule("AKSE2750", Warning, "A host is denied before it is allowed")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        if (context.Policy.Collections.All(collection => collection is not ApplicationRuleCollection { Action: RuleAction.Deny }))
        {
            yield break;
        }

        // The first rule that allows a host, by the text of its pattern. A later one for the same text cannot decide earlier.
        var allowed = new Dictionary<string, Allowed>(StringComparer.Ordinal);
        var lookup = allowed.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var (group, collection) in InOrder(context.Policy))
        {
            foreach (var rule in collection.Rules)
            {
                for (var i = 0; i < rule.Fqdns!.Count; i++)
                {
                    var host = rule.Fqdns[i].ToString();
                    if (collection.Action == RuleAction.Allow)
                    {
                        allowed.TryAdd(host, new(rule, collection, group));
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

    private static IEnumerable<(RuleCollectionGroup Group, ApplicationRuleCollection Collection)> InOrder(PolicyIndex policy) =>
        from policyGroup in policy.Groups.OrderBy(policyGroup => policyGroup.Priority.Value)
        from collection in policyGroup.Collections.OfType<ApplicationRuleCollection>().OrderBy(collection => collection.Priority.Value)
        select (policyGroup, collection);

    /// <summary>A rule that allows all that the other denies for a host: the same pattern, or a wildcard over it.</summary>
    private static Allowed? Find(Dictionary<string, Allowed>.AlternateLookup<ReadOnlySpan<char>> allowed, string host, ApplicationRule denies)
    {
        if (allowed.TryGetValue(host, out var first) && Covers(first.Rule, denies))
        {
            return first;
        }

        // Longer than any host.
        Span<char> wildcard = stackalloc char[256];
        wildcard[0] = '*';
        for (var start = host.StartsWith('*') ? 1 : 0; start <= host.Length && host.Length - start < wildcard.Length; start++)
        {
            host.AsSpan(start).CopyTo(wildcard[1..]);
            if (allowed.TryGetValue(wildcard[..(host.Length - start + 1)], out first) && Covers(first.Rule, denies))
            {
                return first;
            }
        }

        return null;
    }

    private static bool Covers(ApplicationRule allows, ApplicationRule denies) =>
        denies.Protocols!.All(protocol => allows.Protocols!.Contains(protocol))
        && denies.Source!.All(denied => allows.Source!.Any(source => source.First.Value <= denied.First.Value && denied.Last.Value <= source.Last.Value));

    private sealed record Allowed(ApplicationRule Rule, ApplicationRuleCollection Collection, RuleCollectionGroup Group);
}
