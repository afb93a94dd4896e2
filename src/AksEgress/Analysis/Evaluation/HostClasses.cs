using AksEgress.Knowledge;
using AksEgress.Model;

namespace AksEgress.Analysis.Evaluation;

/// <summary>
/// Splits all host names into classes that no rule of some topologies tells apart. Wildcards stand at the left only, so what they leave at the end either lies in another's or apart from it: a host's class
/// is the longest end that it has, or its own name where a rule says it.
/// </summary>
internal sealed class HostClasses
{
    private readonly List<string> _names = ["*"];
    private readonly Dictionary<string, int> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _ends = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _endsBySpan;
    private readonly int[] _lengthsWithoutDot;
    private readonly List<Fqdn> _representatives;

    public HostClasses(IEnumerable<string> patterns)
    {
        foreach (var pattern in patterns)
        {
            if (pattern != "*" && (pattern[0] == '*' ? _ends.TryAdd(pattern[1..], _names.Count) : _exact.TryAdd(pattern, _names.Count)))
            {
                _names.Add(pattern);
            }
        }

        _endsBySpan = _ends.GetAlternateLookup<ReadOnlySpan<char>>();
        _lengthsWithoutDot = [.. _ends.Keys.Where(end => end[0] != '.').Select(end => end.Length).Distinct().OrderDescending()];
        _representatives = [.. _names.Select(RepresentativeOf)];
    }

    /// <summary>How many classes there are; the first is that of hosts that nothing names.</summary>
    public int Count => _names.Count;

    /// <summary>The patterns that rules, FQDN tags and Azure's own rules of a topology tell hosts apart by.</summary>
    public static IEnumerable<string> PatternsOf(EgressTopology topology, CompiledPolicy policy)
    {
        var tags = policy.Application.SelectMany(rule => rule.Rule.FqdnTags!).Distinct().ToList();
        return policy.Application.SelectMany(rule => rule.Rule.Fqdns!).Select(pattern => pattern.ToString())
            .Concat(policy.Network.SelectMany(rule => rule.Hosts))
            .Concat(tags.SelectMany(tag => PatternsOf(tag, topology.Location)))
            .Concat(FirewallFacts.Known.InfrastructureDomains.SelectMany(domain => Domain(domain.Name)));
    }

    /// <summary>The patterns outside of which an application rule matches no host.</summary>
    public static IEnumerable<string> PatternsOf(CompiledApplicationRule rule, string location) =>
        rule.Rule.Fqdns!.Select(pattern => pattern.ToString()).Concat(rule.Rule.FqdnTags!.SelectMany(tag => FqdnTags.Find(tag.ToString())?.Domains is null ? ["*"] : PatternsOf(tag, location)));

    private static IEnumerable<string> PatternsOf(FqdnTag tag, string location) =>
        FqdnTags.Find(tag.ToString()) is not { } known ? []
        : known.Covers.SelectMany(endpoint => endpoint.Fqdns).Select(host => Placeholders.Fill(host, location).ToLowerInvariant()).Concat((known.Domains ?? []).SelectMany(Domain));

    private static string[] Domain(string name) => [name, "*." + name];

    /// <summary>What the class is written as: a host, a wildcard, or <c>*</c>.</summary>
    public string Name(int of) => _names[of];

    /// <summary>A host of the class.</summary>
    public Fqdn Representative(int of) => _representatives[of];

    /// <summary>True when every host of the class is one that the pattern covers.</summary>
    public bool IsWithin(int of, string pattern) => pattern == "*" || (pattern[0] == '*' ? _representatives[of].ToString().EndsWith(pattern[1..], StringComparison.Ordinal) : _names[of] == pattern);

    /// <summary>The class that a pattern adds.</summary>
    public int OfPattern(string pattern) => pattern == "*" ? 0 : pattern[0] == '*' ? _ends[pattern[1..]] : _exact[pattern];

    /// <summary>The class of a host.</summary>
    public int Of(string host)
    {
        if (_exact.TryGetValue(host, out var exact))
        {
            return exact;
        }

        var (longest, found) = (0, 0);
        for (var dot = host.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = host.IndexOf('.', dot + 1))
        {
            if (_endsBySpan.TryGetValue(host.AsSpan(dot), out var end))
            {
                (longest, found) = (host.Length - dot, end);
                break;
            }
        }

        foreach (var length in _lengthsWithoutDot)
        {
            if (length > longest && length <= host.Length && _endsBySpan.TryGetValue(host.AsSpan(host.Length - length), out var end))
            {
                return end;
            }
        }

        return found;
    }

    /// <summary>A host of the class: something in front of its end that no longer end begins with.</summary>
    private Fqdn RepresentativeOf(string name, int index)
    {
        for (var i = 0; ; i++)
        {
            var host = name == "*" ? FormattableString.Invariant($"any{i}.any{i}") : name[0] == '*' ? FormattableString.Invariant($"any{i}{name[1..]}") : name;
            if (Of(host) == index && Fqdn.TryParse(host, out var parsed, out _))
            {
                return parsed;
            }

            // Only for a name of the greatest length is there no room.
            if (i > _names.Count || name[0] != '*')
            {
                return default;
            }
        }
    }
}
