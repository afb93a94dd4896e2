using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;

namespace AksEgress.Validation.Firewalls;

/// <summary>The hosts that application rules allow, by name or by tag; on which port is not looked at.</summary>
internal static class AllowedHosts
{
    /// <summary>The first place that names exactly this host, or null.</summary>
    public static SourceSpan? PlaceOf(PolicyIndex policy, string host)
    {
        foreach (var rule in policy.AllowedApplicationRules)
        {
            for (var i = 0; i < rule.Fqdns!.Count; i++)
            {
                if (rule.Fqdns[i].ToString() == host)
                {
                    return ApplicationRulePlace.OfHost(rule, i);
                }
            }
        }

        return null;
    }

    /// <summary>True when the host is allowed, or may be: where hosts could not be read.</summary>
    public static bool Contain(ValidationContext context, string host)
    {
        if (!context.KnowsRules)
        {
            return true;
        }

        foreach (var rule in context.Policy.AllowedApplicationRules)
        {
            if (rule.IsUnreadable(nameof(ApplicationRule.Fqdns)) || rule.IsUnreadable(nameof(AllowEntry.Https)) || Cover(rule, host))
            {
                return true;
            }
        }

        return false;
    }

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
}
