using AksEgress.Analysis.Evaluation;
using AksEgress.Analysis.Sets;

namespace AksEgress.Analysis.Shadowing;

/// <summary>
/// Application rules against each other and against the network rules before them. What wildcards leave at the end nests, so a host that only the pattern itself names stands for all that the pattern adds:
/// where a wider rule takes it, that takes all hosts below too.
/// </summary>
internal sealed class ApplicationShadows(CompiledPolicy policy, FlowEvaluator evaluator, string location, Budget budget)
{
    private readonly HostClasses _hosts = new(policy.Application.SelectMany(rule => HostClasses.PatternsOf(rule, location)));
    private readonly ClassMap _sources = new(policy.All.SelectMany((rule, index) => rule.Source.Spans.Select(span => (span, index))));

    /// <summary>Looks at every rule.</summary>
    /// <param name="parts">Takes what is found, by the rules' places.</param>
    public void Find(RuleParts[] parts)
    {
        foreach (var rule in policy.Application)
        {
            var sources = rule.Source.Spans.SelectMany(_sources.Pieces).DistinctBy(piece => piece.Class).Select(piece => piece.Span.First).ToList();
            var hosts = HostClasses.PatternsOf(rule, location).Distinct().Select(pattern => _hosts.Representative(_hosts.OfPattern(pattern)).ToString()).Where(host => host.Length > 0).ToList();
            foreach (var protocol in rule.Rule.Protocols!.Distinct())
            {
                var flowProtocol = protocol.Type == Model.ApplicationProtocolType.Http ? FlowProtocol.Http : FlowProtocol.Https;
                foreach (var source in sources)
                {
                    if (!budget.Take(10L * hosts.Count))
                    {
                        return;
                    }

                    Find(rule, source, flowProtocol, protocol.Port, hosts, parts[rule.Order]);
                }
            }
        }
    }

    private void Find(CompiledApplicationRule rule, uint source, FlowProtocol protocol, int port, IEnumerable<string> hosts, RuleParts parts)
    {
        var column = evaluator.Network.ColumnOf(source, protocol, port);
        if (column.TakersOfAll(AddressSet.All) is { Count: > 0 } takers)
        {
            foreach (var taker in takers)
            {
                parts.Lose(rule, taker);
            }

            return;
        }

        foreach (var host in hosts)
        {
            var matching = evaluator.Application.All(source, protocol, port, host);
            var place = matching.FindIndex(one => one.Rule == rule);
            if (place < 0)
            {
                continue;
            }

            if (evaluator.ResolvesAlike && column.Naming(host) is { } named)
            {
                parts.Lose(rule, named);
                continue;
            }

            // What an FQDN tag may hold, a rule with the same tag takes as surely.
            var taker = matching.FindIndex(one => one.IsSure || (!matching[place].IsSure && rule.Rule.FqdnTags!.All(tag => one.Rule.Rule.FqdnTags!.Contains(tag))));
            if (taker >= 0 && taker < place)
            {
                parts.Lose(rule, matching[taker].Rule);
                Assume(matching[place], matching[taker], host, parts);
            }
            else
            {
                // What is only possible may be no one's: then the next that is sure decides, and all between must do the same.
                var next = matching.FindIndex(place + 1, one => one.IsSure || one.Rule.Allows != rule.Allows);
                if (next < 0 || matching[next].Rule.Allows != rule.Allows)
                {
                    parts.Take();
                    continue;
                }

                parts.Take(matching[next].Rule);
                Assume(matching[place], matching[next], host, parts);
            }
        }
    }

    /// <summary>Where the other rule takes the host by FQDN tags alone, which the rule itself does not have, that is what documents say.</summary>
    private void Assume(HostMatch match, HostMatch other, string host, RuleParts parts)
    {
        if (!other.IsSure || other.IsNamed || (!match.IsNamed && match.Rule.Rule.FqdnTags!.Any(tag => other.Rule.Rule.FqdnTags!.Contains(tag))))
        {
            return;
        }

        var tag = other.Rule.Rule.FqdnTags!.First(tag => evaluator.Tags.Find(tag.ToString()).Holds(host) == TagMembership.Documented);
        parts.Assume(FqdnTagHosts.AssumptionOf(tag, host));
    }
}
