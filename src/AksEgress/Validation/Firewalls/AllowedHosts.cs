using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;
using AksEgress.Validation.Breadth;

namespace AksEgress.Validation.Firewalls;

/// <summary>The hosts that rules allow, by name, by tag, or with all others; for whom, and mostly on which port, is not looked at.</summary>
internal static class AllowedHosts
{
    /// <summary>The first place that names exactly this host, in application rules or else in network rules, or null.</summary>
    public static SourceSpan? PlaceOf(PolicyIndex policy, string host)
    {
        foreach (var rule in policy.AllowedApplicationRules)
        {
            if (rule.Fqdns!.FindIndex(candidate => candidate.ToString() == host) is >= 0 and var index)
            {
                return ApplicationRulePlace.OfHost(rule, index);
            }
        }

        foreach (var rule in policy.AllowedNetworkRules)
        {
            if (rule.Fqdns!.FindIndex(candidate => candidate.ToString() == host) is >= 0 and var index)
            {
                return rule.At(nameof(NetworkRule.Fqdns), index);
            }
        }

        return null;
    }

    /// <summary>True when every rule could be read as far as it says what is allowed.</summary>
    public static bool AreKnown(ValidationContext context) =>
        context.KnowsRules
        && !(context.Said.Allow ?? []).Any(entry => entry.IsUnreadable(nameof(AllowEntry.Https)) || entry.IsUnreadable(nameof(AllowEntry.Http)) || entry.IsUnreadable(nameof(AllowEntry.Port)))
        && !context.Policy.Groups.Any(group => group.IsUnreadable(nameof(RuleCollectionGroup.Collections)))
        && !context.Policy.Collections.Any(collection => collection.IsUnreadable(nameof(ApplicationRuleCollection.Rules)) || collection.IsUnreadable(nameof(ApplicationRuleCollection.Action)))
        && !context.Policy.AllowedApplicationRules.Any(rule => rule.IsUnreadable(nameof(ApplicationRule.Fqdns)) || rule.IsUnreadable(nameof(ApplicationRule.FqdnTags))
            || rule.IsUnreadable(nameof(ApplicationRule.Protocols)))
        && !context.Policy.AllowedNetworkRules.Any(rule => rule.IsUnreadable(nameof(NetworkRule.Fqdns)) || rule.IsUnreadable(nameof(NetworkRule.Destination))
            || rule.IsUnreadable(nameof(NetworkRule.Protocols)) || rule.IsUnreadable(nameof(NetworkRule.Ports)));

    /// <summary>True when the host is allowed, or may be: where hosts could not be read.</summary>
    public static bool Contain(ValidationContext context, string host) =>
        !AreKnown(context)
        || context.Policy.AllowedApplicationRules.Any(rule => Cover(rule, host))
        || context.Policy.AllowedNetworkRules.Any(rule => Cover(rule, host));

    /// <summary>True when the rule names the host, a wildcard over it, or a tag that is documented to hold it.</summary>
    public static bool Cover(ApplicationRule rule, string host)
    {
        foreach (var pattern in rule.Fqdns!)
        {
            if (HostPatterns.Covers(pattern, host))
            {
                return true;
            }
        }

        foreach (var tag in rule.FqdnTags!)
        {
            if (FqdnTags.Find(tag.ToString()) is { } known && known.Covers.Any(endpoint => endpoint.Fqdns.Contains(host)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when the rule names the host, or lets HTTPS pass to every address.</summary>
    public static bool Cover(NetworkRule rule, string host)
    {
        foreach (var candidate in rule.Fqdns!)
        {
            if (candidate.ToString() == host)
            {
                return true;
            }
        }

        return NetworkBreadth.IsHttps(rule) && BroadAddresses.AreEverything(rule.Destination!);
    }
}
