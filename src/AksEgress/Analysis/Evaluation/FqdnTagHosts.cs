using System.Collections.Concurrent;
using AksEgress.Knowledge;
using AksEgress.Model;

namespace AksEgress.Analysis.Evaluation;

/// <summary>Whether an FQDN tag has a host.</summary>
internal enum TagMembership
{
    /// <summary>It lies under no domain of the tag.</summary>
    No,

    /// <summary>It lies under a domain of the tag, whose content is not published.</summary>
    Possible,

    /// <summary>The documents say so.</summary>
    Documented,
}

/// <summary>What FQDN tags hold, for a location. Documented is what they hold in the public cloud alone.</summary>
internal sealed class FqdnTagHosts(string location, AzureCloud cloud)
{
    private readonly ConcurrentDictionary<string, TagHosts> _byName = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Says that a tag is documented to hold a host.</summary>
    public static string AssumptionOf(FqdnTag tag, string host) =>
        $"FQDN tag {tag} holds {host}, as documented{(FqdnTags.Find(tag.ToString()) is { Covers: [var first, ..] } && FactSources.Find(first.Source)?.Date is { } date ? FormattableString.Invariant($" on {date:yyyy-MM-dd}") : "")}; its content is not published.";

    /// <summary>What a tag holds. Of one that is not known every host may be.</summary>
    public TagHosts Find(string tag) => _byName.GetOrAdd(tag, name => new(name, FqdnTags.Find(name), location, cloud));
}

/// <summary>What one FQDN tag holds.</summary>
internal sealed class TagHosts
{
    private readonly HashSet<string> _exact = new(StringComparer.Ordinal);
    private readonly string[] _ends;
    private readonly IReadOnlyList<string>? _domains;

    public TagHosts(string name, KnownFqdnTag? known, string location, AzureCloud cloud)
    {
        Name = known is { Family: false } ? known.Name : name;
        var documented = (cloud == AzureCloud.Public ? known?.Covers ?? [] : []).SelectMany(endpoint => endpoint.Fqdns).Select(host => Placeholders.Fill(host, location).ToLowerInvariant()).ToList();
        _exact.UnionWith(documented.Where(host => host[0] != '*'));
        _ends = [.. documented.Where(host => host[0] == '*').Select(host => host[1..])];
        _domains = known?.Domains;
    }

    /// <summary>The name of the tag.</summary>
    public string Name { get; }

    /// <summary>Whether the tag has the host.</summary>
    public TagMembership Holds(string host)
    {
        if (_exact.Contains(host))
        {
            return TagMembership.Documented;
        }

        foreach (var end in _ends)
        {
            if (host.EndsWith(end, StringComparison.Ordinal))
            {
                return TagMembership.Documented;
            }
        }

        if (_domains is not { } domains)
        {
            return TagMembership.Possible;
        }

        foreach (var domain in domains)
        {
            if (HostDomains.IsWithin(host, domain))
            {
                return TagMembership.Possible;
            }
        }

        return TagMembership.No;
    }
}
