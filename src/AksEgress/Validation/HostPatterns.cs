using AksEgress.Model;

namespace AksEgress.Validation;

/// <summary>What the hosts of application rules cover.</summary>
internal static class HostPatterns
{
    /// <summary>True when the pattern covers the host; for a wildcard as host, every host that it covers.</summary>
    public static bool Covers(FqdnPattern pattern, string host)
    {
        var text = pattern.ToString();
        return text == host || (pattern.IsWildcard && host.AsSpan().EndsWith(text.AsSpan(1), StringComparison.Ordinal));
    }

    /// <summary>True for <c>*</c>, and for <c>*.com</c> and the like.</summary>
    public static bool CoversEverything(FqdnPattern pattern) => pattern.IsWildcard && pattern.ToString().LastIndexOf('.') <= 1;
}
