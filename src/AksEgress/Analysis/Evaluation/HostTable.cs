using System.Collections.Immutable;
using AksEgress.Analysis.Sets;

namespace AksEgress.Analysis.Evaluation;

/// <summary>A rule that matches a host, or may.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="IsSure">True when it matches.</param>
/// <param name="IsNamed">True when it names the host, itself or by a wildcard; false where an FQDN tag does.</param>
internal readonly record struct HostMatch(CompiledApplicationRule Rule, bool IsSure, bool IsNamed);

/// <summary>
/// The application rules for one protocol and port, by host: exact names, and the ends that wildcards leave. A host is looked up whole and at each of its dots; wildcards without a
/// dot, which are rare, at each length that they have.
/// </summary>
internal sealed class HostTable
{
    private readonly SourceTables _tables;
    private readonly Dictionary<string, PatternRules> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PatternRules> _ends = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PatternRules>.AlternateLookup<ReadOnlySpan<char>> _endsBySpan;
    private readonly PatternRules? _every;
    private readonly int[] _lengthsWithoutDot;
    private readonly (TagHosts Tag, PatternRules Rules)[] _tags;

    /// <summary>Makes a table.</summary>
    /// <param name="rules">The rules for the protocol and port, in order.</param>
    /// <param name="tables">Tables of sources.</param>
    /// <param name="tags">What FQDN tags hold.</param>
    public HostTable(IEnumerable<CompiledApplicationRule> rules, SourceTables tables, FqdnTagHosts tags)
    {
        _tables = tables;
        var byPattern = new Dictionary<string, ImmutableArray<int>.Builder>(StringComparer.Ordinal);
        var byTag = new Dictionary<string, ImmutableArray<int>.Builder>(StringComparer.OrdinalIgnoreCase);
        foreach (var rule in rules)
        {
            foreach (var pattern in rule.Rule.Fqdns!)
            {
                Add(byPattern, pattern.ToString(), rule.Order);
            }

            foreach (var tag in rule.Rule.FqdnTags!)
            {
                Add(byTag, tag.ToString(), rule.Order);
            }
        }

        foreach (var (pattern, orders) in byPattern)
        {
            var table = new PatternRules(orders.ToImmutable(), tables);
            if (pattern == "*")
            {
                _every = table;
            }
            else if (pattern[0] == '*')
            {
                _ends.Add(pattern[1..], table);
            }
            else
            {
                _exact.Add(pattern, table);
            }
        }

        _endsBySpan = _ends.GetAlternateLookup<ReadOnlySpan<char>>();
        _lengthsWithoutDot = [.. _ends.Keys.Where(end => end[0] != '.').Select(end => end.Length).Distinct()];
        _tags = [.. byTag.Select(tag => (tags.Find(tag.Key), new PatternRules(tag.Value.ToImmutable(), tables)))];
    }

    /// <summary>What the rules make of a host.</summary>
    /// <returns>The rule that matches if nothing uncertain does, or null.</returns>
    public CompiledApplicationRule? Find(uint source, string host, RouteChoice? route, ref CaseList cases)
    {
        var first = FirstMatch.None;
        foreach (var rules in PatternsOf(host))
        {
            first = Math.Min(first, rules.Find(source));
        }

        return FindTags(source, host, first, route, ref cases) is var order and not FirstMatch.None ? _tables[order] : null;
    }

    /// <summary>Every rule that matches a host, or may, in order.</summary>
    public List<HostMatch> All(uint source, string host)
    {
        var named = PatternsOf(host).SelectMany(rules => rules.Orders).ToHashSet();
        var documented = new HashSet<int>();
        var possible = new HashSet<int>();
        foreach (var (tag, rules) in _tags)
        {
            if (tag.Holds(host) is not TagMembership.No and var membership)
            {
                (membership == TagMembership.Documented ? documented : possible).UnionWith(rules.Orders);
            }
        }

        return
        [
            .. named.Union(documented).Union(possible).Order()
                .Select(order => new HostMatch(_tables[order], named.Contains(order) || documented.Contains(order), named.Contains(order)))
                .Where(one => one.Rule.Source.Contains(source)),
        ];
    }

    /// <summary>The rules of every pattern that a host has.</summary>
    private IEnumerable<PatternRules> PatternsOf(string host)
    {
        if (_every is not null)
        {
            yield return _every;
        }

        if (_exact.TryGetValue(host, out var exact))
        {
            yield return exact;
        }

        for (var dot = host.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = host.IndexOf('.', dot + 1))
        {
            if (_endsBySpan.TryGetValue(host.AsSpan(dot), out var end))
            {
                yield return end;
            }
        }

        foreach (var length in _lengthsWithoutDot)
        {
            // '*foo.com' holds foo.com too.
            if (length <= host.Length && _endsBySpan.TryGetValue(host.AsSpan(host.Length - length), out var end))
            {
                yield return end;
            }
        }
    }

    private int FindTags(uint source, string host, int first, RouteChoice? route, ref CaseList cases)
    {
        foreach (var (tag, rules) in _tags)
        {
            if (tag.Holds(host) == TagMembership.Documented)
            {
                first = Math.Min(first, rules.Find(source));
            }
        }

        if (_tags.Length > 0)
        {
            AddPossible(source, host, first, route, ref cases);
        }

        return first;
    }

    /// <summary>Adds the rules with a tag that may have the host, in order.</summary>
    private void AddPossible(uint source, string host, int before, RouteChoice? route, ref CaseList cases)
    {
        foreach (var (order, name) in _tags.Where(one => one.Tag.Holds(host) == TagMembership.Possible).Select(one => (Order: one.Rules.Find(source), one.Tag.Name)).OrderBy(one => one.Order))
        {
            if (order < before)
            {
                cases.Add(new Unknown(UnknownKind.FqdnTag, name), new(FlowStage.Application, _tables[order].Allows, _tables[order], route));
            }
        }
    }

    private static void Add(Dictionary<string, ImmutableArray<int>.Builder> to, string key, int order)
    {
        if (!to.TryGetValue(key, out var orders))
        {
            orders = ImmutableArray.CreateBuilder<int>();
            to.Add(key, orders);
        }

        // A rule may say the same twice.
        if (orders.Count == 0 || orders[^1] != order)
        {
            orders.Add(order);
        }
    }
}
