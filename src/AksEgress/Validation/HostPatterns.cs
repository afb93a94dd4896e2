using AksEgress.Knowledge;
using AksEgress.Model;

namespace AksEgress.Validation;

/// <summary>What the hosts of application rules cover.</summary>
internal static class HostPatterns
{
    private static readonly string[] _shared = [.. FirewallFacts.Known.SharedDomains.Select(domain => "*." + domain.Name)];

    /// <summary>True when the pattern covers the host; for a wildcard as host, every host that it covers.</summary>
    public static bool Covers(FqdnPattern pattern, string host)
    {
        var text = pattern.ToString();
        return text == host || (pattern.IsWildcard && host.AsSpan().EndsWith(text.AsSpan(1), StringComparison.Ordinal));
    }

    /// <summary>True for <c>*</c>, and for <c>*.com</c> and the like.</summary>
    public static bool CoversEverything(FqdnPattern pattern) => pattern.IsWildcard && pattern.ToString().LastIndexOf('.') <= 1;

    /// <summary>The wildcard over the names of all customers of a service that the pattern covers, or null.</summary>
    public static string? FindShared(FqdnPattern pattern) => pattern.IsWildcard ? Array.Find(_shared, shared => Covers(pattern, shared)) : null;

    /// <summary>True when anybody can get a name directly below the domain: one of the top level, or one that all customers of a service share.</summary>
    public static bool IsOpenToAnybody(ReadOnlySpan<char> domain)
    {
        if (!domain.Contains('.'))
        {
            return true;
        }

        foreach (var shared in _shared)
        {
            if (domain.SequenceEqual(shared.AsSpan(2)))
            {
                return true;
            }
        }

        return false;
    }
}
