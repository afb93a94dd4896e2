using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;
using AksEgress.Validation.Breadth;
using AksEgress.Validation.Firewalls;
using AksEgress.Validation.Routes;

namespace AksEgress.Validation.Services;

/// <summary>Whether the firewall lets HTTPS to a host of the connectivity check pass.</summary>
internal static class CheckedHost
{
    /// <summary>True when no rule can let it pass, as far as the text says: the addresses behind service tags and prefixes are not in it, nor all hosts behind FQDN tags.</summary>
    public static bool IsDenied(ValidationContext context, string host) =>
        host.Length > 0 && IsAsked(context) && !AllowedHosts.Contain(context, host)
        && !context.Policy.AllowedNetworkRules.Any(MayHoldAddress)
        && !context.Policy.AllowedApplicationRules.Any(rule => rule.FqdnTags!.Any(tag => MayHold(tag, host)));

    /// <summary>The words for the rule that lets it pass from every subnet with nodes or pods, or null; also where a rule that denies may come first.</summary>
    public static string? FindAllowing(ValidationContext context, string host)
    {
        ValueList<AddressRange> sources = [.. context.CarryingSubnets.Select(subnet => AddressRange.FromCidr(subnet.Prefix))];
        if (!IsAsked(context) || sources.Count == 0 || context.Policy.Collections.Any(MayDeny))
        {
            return null;
        }

        foreach (var rule in context.Policy.AllowedNetworkRules)
        {
            if (NetworkBreadth.IsHttps(rule) && AllowedHosts.Cover(rule, host) && !rule.IsUnreadable(nameof(NetworkRule.Source)) && HostPrecedence.CoversSources(rule.Source!, sources))
            {
                return $"network rule '{rule.Name}'";
            }
        }

        foreach (var rule in context.Policy.AllowedApplicationRules)
        {
            if (rule.Protocols!.Contains(ApplicationProtocol.Https) && AllowedHosts.Cover(rule, host) && !rule.IsUnreadable(nameof(ApplicationRule.Source)) && HostPrecedence.CoversSources(rule.Source!, sources))
            {
                return $"application rule '{rule.Name}'";
            }
        }

        return null;
    }

    /// <summary>A host of a list of ours is public; any other may have a private address, and then the firewall is not asked.</summary>
    public static DiagnosticSeverity SeverityFor(string host) => KnownHosts.Find(host) is null ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning;

    /// <summary>What messages add for a host that is not known to be public.</summary>
    public static string HedgeFor(string host) => KnownHosts.Find(host) is null ? " (unless its address is private and not behind the firewall)" : "";

    /// <summary>True when no route takes public addresses past the firewall.</summary>
    private static bool IsAsked(ValidationContext context) =>
        context.SteersByRoutes && context.FirewallAddress is not null
        && context.SteeringTables.All(table => !table.IsUnreadable(nameof(RouteTable.Routes)) && table.Routes!.All(route => ReadableRoutes.IsReadable(route) && IsToFirewall(context, route)));

    private static bool IsToFirewall(ValidationContext context, Route route) =>
        route.Prefix.IsFrontends || route.NextHopIpAddress == context.FirewallAddress || route.NextHopType == NextHopType.VnetLocal
        || (route.Prefix.Prefix is { } prefix && KnownRanges.Private.Contains(prefix));

    private static bool MayHoldAddress(NetworkRule rule) =>
        NetworkBreadth.IsHttps(rule) && (rule.ServiceTags!.Count > 0 || rule.Destination!.Count > 0);

    /// <summary>Of a tag without a list nothing is known; one with a list may hold more hosts of the same domains.</summary>
    private static bool MayHold(FqdnTag tag, string host)
    {
        var covered = FqdnTags.Find(tag.ToString())?.Covers ?? [];
        return covered.Count == 0 || covered.SelectMany(endpoint => endpoint.Fqdns).Any(known => DomainOf(known).SequenceEqual(DomainOf(host)));
    }

    /// <summary>The last two labels.</summary>
    private static IEnumerable<string> DomainOf(string host) => host.Split('.').TakeLast(2);

    private static bool MayDeny(RuleCollection collection) => collection switch
    {
        NetworkRuleCollection network => network.Action == RuleAction.Deny || network.IsUnreadable(nameof(network.Action)),
        ApplicationRuleCollection application => application.Action == RuleAction.Deny || application.IsUnreadable(nameof(application.Action)),
        _ => false,
    };
}
