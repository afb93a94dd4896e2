namespace AksEgress.Analysis.Evaluation;

/// <summary>Hosts and the domains that they are of.</summary>
internal static class HostDomains
{
    /// <summary>True when the host is the domain or below it.</summary>
    public static bool IsWithin(string host, string domain) =>
        host.EndsWith(domain, StringComparison.Ordinal) && (host.Length == domain.Length || host[host.Length - domain.Length - 1] == '.');
}
