using System.Collections.Immutable;
using AksEgress.Analysis.Evaluation;
using AksEgress.Knowledge;
using AksEgress.Model;

namespace AksEgress.Analysis.Coverage;

/// <summary>
/// The hosts below a wildcard, one for each class that nothing tells apart. Wildcards stand at the left, so they nest: below <c>*.contoso.com</c> there are the hosts that are named
/// exactly, those below each longer wildcard, and all others.
/// </summary>
internal sealed class WildcardHosts
{
    private const string Characters = "0123456789abcdefghijklmnopqrstuvwxyz";

    private readonly ImmutableArray<string> _names;

    public WildcardHosts(EgressTopology topology, CompiledPolicy policy)
    {
        var tags = policy.Application.SelectMany(rule => rule.Rule.FqdnTags!).Select(tag => FqdnTags.Find(tag.ToString())).OfType<KnownFqdnTag>().Distinct().ToList();
        var domains = tags.SelectMany(tag => tag.Domains ?? []).Concat(FirewallFacts.Known.InfrastructureDomains.Select(domain => domain.Name));
        _names =
        [
            .. policy.Application.SelectMany(rule => rule.Rule.Fqdns!).Select(pattern => pattern.ToString())
                .Concat(policy.Network.SelectMany(rule => rule.Hosts))
                .Concat(tags.SelectMany(tag => tag.Covers).SelectMany(endpoint => endpoint.Fqdns).Select(host => Placeholders.Fill(host, topology.Location).ToLowerInvariant()))
                .Concat(domains.SelectMany(domain => new[] { domain, "*." + domain }))
                .Distinct(),
        ];
    }

    /// <summary>A host of each class; first of all those that nothing names, if there are such.</summary>
    /// <param name="pattern">A host, an address, or a wildcard.</param>
    public IEnumerable<FlowTarget> Of(string pattern)
    {
        if (pattern[0] != '*')
        {
            return Hosts(pattern);
        }

        var end = pattern[1..];
        var inside = _names.Where(name => name != pattern && name.EndsWith(end, StringComparison.Ordinal)).ToList();
        var ends = inside.Where(name => name[0] == '*').Select(name => name[1..]).ToList();

        // '*foo.com' holds foo.com too.
        return ends.Prepend(end).Select(one => Other(one, ends))
            .Concat(inside.Where(name => name[0] != '*'))
            .Concat(ends.Where(one => one[0] != '.'))
            .SelectMany(Hosts);
    }

    /// <summary>A host below an end that is below no longer one, or an empty text where there is none.</summary>
    private static string Other(string end, List<string> ends)
    {
        var longer = ends.Where(other => other.Length > end.Length && other.EndsWith(end, StringComparison.Ordinal)).ToList();
        return Characters.Select(character => $"other-{character}{end}").FirstOrDefault(host => !longer.Exists(other => host.EndsWith(other, StringComparison.Ordinal))) ?? "";
    }

    private static IEnumerable<FlowTarget> Hosts(string text) => Fqdn.TryParse(text, out var host, out _) ? [host] : Ipv4Address.TryParse(text, out var address, out _) ? [address] : [];
}
