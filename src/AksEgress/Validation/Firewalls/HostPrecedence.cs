using AksEgress.Diagnostics;
using AksEgress.Model;

namespace AksEgress.Validation.Firewalls;

/// <summary>
/// Application rules that decide nothing, because one of the other action decides first: groups are asked by priority, their collections by priority, their
/// rules in order.
/// </summary>
internal static class HostPrecedence
{
    /// <summary>How many rules are kept for one pattern. Beyond that a rule may go unreported; without an end, many rules for one host would each be compared with all.</summary>
    private const int MaxKept = 8;

    /// <summary>How many pairs of sources, or of ports and protocols, are compared for two rules; beyond that they may go unreported.</summary>
    private const int MaxPairs = 1024;

    /// <summary>What hides and what is hidden.</summary>
    /// <param name="Pattern">The hidden host or FQDN tag.</param>
    /// <param name="Hidden">Where it stands.</param>
    /// <param name="First">What decides first.</param>
    public sealed record Finding(string Pattern, Ranked Hidden, Ranked First);

    /// <summary>A rule with its place in the order, and the index of one of its hosts or tags.</summary>
    public sealed record Ranked(ApplicationRule Rule, ApplicationRuleCollection Collection, RuleCollectionGroup Group, int Index, bool IsTag)
    {
        /// <summary>Where the host or tag stands.</summary>
        public SourceSpan Place => IsTag ? Rule.At(nameof(ApplicationRule.FqdnTags), Index) : ApplicationRulePlace.OfHost(Rule, Index);

        /// <summary>Where it is evaluated, for messages.</summary>
        public FormattableString Rank => $"{Group.Name} (priority {Group.Priority}, collection {Collection.Name} {Collection.Priority})";
    }

    /// <summary>Every host and FQDN tag of the other action's rules that a rule of this action has decided before.</summary>
    /// <param name="context">The topology.</param>
    /// <param name="deciding">The action of the rules that come first.</param>
    /// <param name="hostsOfTag">The hosts that an FQDN tag stands for, as far as they are known: one that is decided before counts as hidden.</param>
    public static IEnumerable<Finding> Find(ValidationContext context, RuleAction deciding, Func<FqdnTag, IEnumerable<string>> hostsOfTag)
    {
        if (!context.Policy.Collections.Any(collection => collection is ApplicationRuleCollection { Action: RuleAction.Deny }))
        {
            yield break;
        }

        // By the text of the pattern, first ones first. A later one is kept when it decides what no kept one does: other sources or protocols.
        var decided = new Dictionary<string, List<Ranked>>(StringComparer.Ordinal);
        var lookup = decided.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var (group, collection) in context.Policy.InOrder<ApplicationRuleCollection>())
        {
            foreach (var rule in collection.Rules.Where(rule => IsReadable(collection, rule)))
            {
                for (var i = 0; i < rule.Fqdns!.Count; i++)
                {
                    var host = rule.Fqdns[i].ToString();
                    var ranked = new Ranked(rule, collection, group, i, IsTag: false);
                    if (collection.Action == deciding)
                    {
                        Keep(decided, host, ranked);
                    }
                    else if (Before(lookup, host, rule) is { } first)
                    {
                        yield return new(host, ranked, first);
                    }
                }

                for (var i = 0; i < rule.FqdnTags!.Count; i++)
                {
                    var ranked = new Ranked(rule, collection, group, i, IsTag: true);
                    var tag = "tag " + rule.FqdnTags[i];
                    if (collection.Action == deciding)
                    {
                        Keep(decided, tag, ranked);
                        continue;
                    }

                    if (Same(lookup, tag, rule) is { } same)
                    {
                        yield return new(rule.FqdnTags[i].ToString(), ranked, same);
                        continue;
                    }

                    foreach (var host in hostsOfTag(rule.FqdnTags[i]))
                    {
                        if (Before(lookup, host, rule, ApplicationProtocol.Https) is { } first)
                        {
                            yield return new(host, ranked, first);
                        }
                    }
                }
            }
        }
    }

    private static bool IsReadable(ApplicationRuleCollection collection, ApplicationRule rule) =>
        !collection.IsUnreadable(nameof(ApplicationRuleCollection.Action)) && !rule.IsUnreadable(nameof(ApplicationRule.Source)) && !rule.IsUnreadable(nameof(ApplicationRule.Protocols))
        && rule.Protocols!.Count > 0 && rule.Source!.Count > 0;

    private static void Keep(Dictionary<string, List<Ranked>> decided, string pattern, Ranked later)
    {
        if (!decided.TryGetValue(pattern, out var kept))
        {
            decided.Add(pattern, [later]);
        }
        else if (kept.Count < MaxKept && !kept.Exists(earlier => Covers(earlier.Rule, later.Rule, null)))
        {
            kept.Add(later);
        }
    }

    /// <summary>A rule that decides all of a host before: by the same pattern, or by a wildcard over it.</summary>
    private static Ranked? Before(Dictionary<string, List<Ranked>>.AlternateLookup<ReadOnlySpan<char>> decided, string host, ApplicationRule later, ApplicationProtocol? protocol = null)
    {
        if (Same(decided, host, later, protocol) is { } same)
        {
            return same;
        }

        // Longer than any host.
        Span<char> wildcard = stackalloc char[256];
        wildcard[0] = '*';
        for (var start = host.StartsWith('*') ? 1 : 0; start <= host.Length && host.Length - start < wildcard.Length; start++)
        {
            host.AsSpan(start).CopyTo(wildcard[1..]);
            if (Same(decided, wildcard[..(host.Length - start + 1)], later, protocol) is { } wider)
            {
                return wider;
            }
        }

        return null;
    }

    private static Ranked? Same(Dictionary<string, List<Ranked>>.AlternateLookup<ReadOnlySpan<char>> decided, ReadOnlySpan<char> pattern, ApplicationRule later, ApplicationProtocol? protocol = null) =>
        decided.TryGetValue(pattern, out var kept) ? kept.Find(candidate => Covers(candidate.Rule, later, protocol)) : null;

    /// <summary>True when the rule is for all sources of the other, and for its protocols, or for the one that is given.</summary>
    private static bool Covers(ApplicationRule rule, ApplicationRule other, ApplicationProtocol? protocol) =>
        (protocol is { } one ? rule.Protocols!.Contains(one) : CoversProtocols(rule.Protocols!, other.Protocols!)) && CoversSources(rule.Source!, other.Source!);

    /// <summary>False also where it would take too long to find out.</summary>
    private static bool CoversProtocols(ValueList<ApplicationProtocol> protocols, ValueList<ApplicationProtocol> others) =>
        CanCompare(protocols.Count, others.Count) && others.All(needed => protocols.Contains(needed));

    /// <summary>True when lists of these lengths are compared element by element.</summary>
    public static bool CanCompare(int count, int otherCount) => (long)count * otherCount <= MaxPairs;

    /// <summary>True when every address of the others is one of the ranges; false also where that would take too long to find out.</summary>
    public static bool CoversSources(ValueList<AddressRange> ranges, ValueList<AddressRange> others) =>
        ReferenceEquals(ranges, others)
        || (CanCompare(ranges.Count, others.Count) && others.All(other => ranges.Any(range => range.First.Value <= other.First.Value && other.Last.Value <= range.Last.Value)));
}
