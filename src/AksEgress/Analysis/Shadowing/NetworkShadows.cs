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
            FindIn([.. rules.Where(rule => rule.Icmp == true)], parts);
            if (rules.Any(rule => rule.Icmp is null))
            {
                FindIn([.. rules.Where(rule => rule.Icmp != false)], [.. parts.Select(one => one.Perhaps)]);
            }
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

            parts[rules[piece.First].Order].Take(Substitute(rules, piece.First, piece.Second) is { } substitute ? [substitute] : []);
        }

        FindNamed(rules, pieces, parts);
    }

    /// <summary>Service tags and hosts: the first rule that names one takes it, so far as earlier rules leave addresses.</summary>
    private void FindNamed(ImmutableArray<CompiledNetworkRule> rules, IReadOnlyList<DestinationPiece> pieces, RuleParts[] parts)
    {
        var publicPieces = rules.Any(rule => rule.ServiceTags.Length > 0) ? pieces.Where(piece => publicAddresses.Overlaps(AddressSet.Of([piece.Span]))).ToList() : [];
        var tags = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var hosts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < rules.Length; i++)
        {
            foreach (var tag in rules[i].ServiceTags)
            {
                var wider = tag.LastIndexOf('.') is > 0 and var dot && tags.TryGetValue(tag[..dot], out var region) ? region : tags.GetValueOrDefault(tag, i);
                Decide(i, wider, publicAddresses, publicPieces, rule => Names(rule.ServiceTags, tag));
                tags.TryAdd(tag, i);
            }

            foreach (var host in rules[i].Hosts)
            {
                Decide(i, hosts.GetValueOrDefault(host, i), AddressSet.All, pieces, rule => rule.Hosts.Contains(host));
                hosts.TryAdd(host, i);
            }
        }

        void Decide(int rule, int first, AddressSet addresses, IReadOnlyList<DestinationPiece> among, Func<CompiledNetworkRule, bool> names)
        {
            if (first < rule)
            {
                parts[rules[rule].Order].Lose(rules[rule], rules[first]);
            }
            else if (TakersOf(among, addresses, rule) is { Count: > 0 } taken)
            {
                foreach (var other in taken)
                {
                    parts[rules[rule].Order].Lose(rules[rule], rules[other]);
                }
            }
            else
            {
                parts[rules[rule].Order].Take(SubstitutesOfNamed(rules, rule, addresses, names));
            }
        }
    }

    /// <summary>True for a tag among others, or the whole of it.</summary>
    private static bool Names(ImmutableArray<string> tags, string tag) =>
        tags.Contains(tag, StringComparer.OrdinalIgnoreCase) || (tag.LastIndexOf('.') is > 0 and var dot && tags.Contains(tag[..dot], StringComparer.OrdinalIgnoreCase));

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
    private static CompiledNetworkRule? Substitute(ImmutableArray<CompiledNetworkRule> rules, int first, int second)
    {
        for (var i = first + 1; i < second && i < rules.Length; i++)
        {
            if (rules[i].Allows != rules[first].Allows && (rules[i].ServiceTags.Length > 0 || rules[i].Hosts.Length > 0))
            {
                return null;
            }
        }

        return second < rules.Length && rules[second].Allows == rules[first].Allows ? rules[second] : null;
    }

    /// <summary>The later rules that take what a rule names, by its name or by all addresses that it may have, and do the same; before them none may do otherwise.</summary>
    private List<IFirewallRule> SubstitutesOfNamed(ImmutableArray<CompiledNetworkRule> rules, int first, AddressSet addresses, Func<CompiledNetworkRule, bool> names)
    {
        var together = new List<IFirewallRule>();
        for (var i = first + 1; i < rules.Length && rules[i].Allows == rules[first].Allows && budget.Take(addresses.Spans.Length); i++)
        {
            if (names(rules[i]))
            {
                return [rules[i]];
            }

            if (rules[i].Destination.Overlaps(addresses))
            {
                together.Add(rules[i]);
                addresses = addresses.Except(rules[i].Destination);
            }

            if (addresses.IsEmpty)
            {
                return together;
            }
        }

        return [];
    }
}
