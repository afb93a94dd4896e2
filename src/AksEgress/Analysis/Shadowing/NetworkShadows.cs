using System.Collections.Immutable;
using AksEgress.Analysis.Evaluation;
using AksEgress.Analysis.Sets;

namespace AksEgress.Analysis.Shadowing;

/// <summary>Network rules against each other: in each class of sources, protocols and ports, which rule is the first for each destination, and which would be next.</summary>
internal sealed class NetworkShadows(CompiledPolicy policy, AddressSet publicAddresses, Budget budget)
{
    private static readonly AddressSpan _ports = new(1, 65535);

    /// <summary>Looks at every rule.</summary>
    /// <param name="parts">Takes what is found, by the rules' places.</param>
    public void Find(RuleParts[] parts)
    {
        var sources = new ClassMap(policy.Network.SelectMany(rule => rule.Source.Spans, (rule, span) => (span, rule.Order)));
        for (var source = 0; source < sources.Count && budget.Take(policy.Network.Length); source++)
        {
            var address = sources.Representative(source);
            ImmutableArray<CompiledNetworkRule> rules = [.. policy.Network.Where(rule => rule.Source.Contains(address))];
            Find(rules, rule => rule.TcpPorts, parts);
            Find(rules, rule => rule.UdpPorts, parts);
            FindIn([.. rules.Where(rule => rule.Icmp)], parts);
        }
    }

    private void Find(ImmutableArray<CompiledNetworkRule> rules, Func<CompiledNetworkRule, AddressSet> portsOf, RuleParts[] parts)
    {
        var ports = new ClassMap(rules.SelectMany(rule => portsOf(rule).Spans, (rule, span) => (span, rule.Order)));
        foreach (var port in ports.Pieces(_ports).DistinctBy(piece => piece.Class).Select(piece => piece.Span.First))
        {
            if (!budget.Take(rules.Length))
            {
                return;
            }

            FindIn([.. rules.Where(rule => portsOf(rule).Contains(port))], parts);
        }
    }

    /// <summary>Looks at rules that meet the same flows but for the destination.</summary>
    private void FindIn(ImmutableArray<CompiledNetworkRule> rules, RuleParts[] parts)
    {
        var pieces = DestinationPieces.Of(rules, budget);
        foreach (var piece in pieces)
        {
            foreach (var other in piece.Others)
            {
                parts[rules[other].Order].Lose(rules[other], rules[piece.First]);
            }

            parts[rules[piece.First].Order].Take(Substitute(rules, piece.First, piece.Second));
        }

        FindNamed(rules, pieces, parts);
    }

    /// <summary>Service tags and hosts: the first rule that names one takes it, so far as earlier rules leave addresses.</summary>
    private void FindNamed(ImmutableArray<CompiledNetworkRule> rules, IReadOnlyList<DestinationPiece> pieces, RuleParts[] parts)
    {
        var tags = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var hosts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < rules.Length; i++)
        {
            foreach (var tag in rules[i].ServiceTags)
            {
                var wider = tag.LastIndexOf('.') is > 0 and var dot && tags.TryGetValue(tag[..dot], out var region) ? region : tags.GetValueOrDefault(tag, i);
                Decide(i, wider, TakersOf(pieces, publicAddresses, i));
                tags.TryAdd(tag, i);
            }

            foreach (var host in rules[i].Hosts)
            {
                Decide(i, hosts.GetValueOrDefault(host, i), TakersOf(pieces, AddressSet.All, i));
                hosts.TryAdd(host, i);
            }
        }

        void Decide(int rule, int first, IReadOnlyCollection<int> taken)
        {
            if (first < rule)
            {
                parts[rules[rule].Order].Lose(rules[rule], rules[first]);
            }
            else if (taken.Count > 0)
            {
                foreach (var other in taken)
                {
                    parts[rules[rule].Order].Lose(rules[rule], rules[other]);
                }
            }
            else
            {
                parts[rules[rule].Order].Take(SubstituteOfNamed(rules, rule));
            }
        }
    }

    /// <summary>The rules before a place that take all addresses of a set together; none where addresses are left.</summary>
    private static SortedSet<int> TakersOf(IReadOnlyList<DestinationPiece> pieces, AddressSet addresses, int before)
    {
        var takers = new SortedSet<int>();
        var taken = new List<AddressSpan>();
        foreach (var piece in pieces.Where(piece => piece.First < before))
        {
            takers.Add(piece.First);
            taken.Add(piece.Span);
        }

        return takers.Count > 0 && AddressSet.Of(taken).Contains(addresses) ? takers : [];
    }

    /// <summary>The later rule that takes the same addresses and does the same; between the two none may do otherwise.</summary>
    private static CompiledNetworkRule? Substitute(ImmutableArray<CompiledNetworkRule> rules, int first, int second) =>
        second < rules.Length && rules[second].Allows == rules[first].Allows
        && !rules.AsSpan()[(first + 1)..second].ToArray().Any(rule => rule.Allows != rules[first].Allows && (rule.ServiceTags.Length > 0 || rule.Hosts.Length > 0))
            ? rules[second]
            : null;

    /// <summary>The later rule that names the same tags or hosts and does the same; between the two none may do otherwise.</summary>
    private static CompiledNetworkRule? SubstituteOfNamed(ImmutableArray<CompiledNetworkRule> rules, int first)
    {
        for (var i = first + 1; i < rules.Length && rules[i].Allows == rules[first].Allows; i++)
        {
            if (rules[first].ServiceTags.All(tag => rules[i].ServiceTags.Contains(tag, StringComparer.OrdinalIgnoreCase)) && rules[first].Hosts.All(host => rules[i].Hosts.Contains(host)))
            {
                return rules[i];
            }
        }

        return null;
    }
}
