using AksEgress.Analysis.Evaluation;
using AksEgress.Analysis.Sets;
using AksEgress.Model;

namespace AksEgress.Analysis.Difference;

/// <summary>What two policies make different of flows to the firewall's frontends: who may come in, and where that leads.</summary>
internal sealed class FrontendDifference
{
    private readonly List<(AddressSpan Source, int Frontend, FlowProtocol Protocol, int Port)> _changed = [];

    public FrontendDifference(CompiledPolicy before, CompiledPolicy after)
    {
        var all = before.Dnat.Concat(after.Dnat).ToList();
        var sources = new ClassMap(all.SelectMany((rule, index) => rule.Source.Spans.Select(span => (span, index))));
        var entries = all.SelectMany(rule => rule.Rule.Destination!.Select(destination => destination.Frontend).OfType<int>(), (rule, frontend) => (frontend, rule.Rule.Port.First)).Distinct();
        var statements = new List<DifferenceStatement>();
        foreach (var (frontend, port) in entries)
        {
            foreach (var protocol in new[] { FlowProtocol.Tcp, FlowProtocol.Udp })
            {
                var pieces = sources.Pieces(new(0, uint.MaxValue))
                    .Select(piece => (piece.Span, Before: Find(before, piece.Span.First, frontend, protocol, port), After: Find(after, piece.Span.First, frontend, protocol, port)))
                    .Where(piece => Inner(piece.Before) != Inner(piece.After)).ToList();
                _changed.AddRange(pieces.Select(piece => (piece.Span, frontend, protocol, port)));
                statements.AddRange(pieces.GroupBy(piece => (piece.Before, piece.After)).Select(same =>
                    StatementOf(AddressSet.Of(same.Select(piece => piece.Span)), frontend, protocol, port, same.Key.Before, same.Key.After)));
            }
        }

        Statements = statements;
    }

    /// <summary>The changes in words.</summary>
    public IReadOnlyList<DifferenceStatement> Statements { get; }

    /// <summary>True when something became different for the flow.</summary>
    public bool Covers(Ipv4Address source, int frontend, FlowProtocol protocol, int port) =>
        _changed.Exists(one => one.Frontend == frontend && one.Port == port && one.Source.First <= source.Value && source.Value <= one.Source.Last
            && one.Protocol == (protocol is FlowProtocol.Udp or FlowProtocol.Icmp ? protocol : FlowProtocol.Tcp));

    private static CompiledDnatRule? Find(CompiledPolicy policy, uint source, int frontend, FlowProtocol protocol, int port) =>
        policy.Dnat.FirstOrDefault(rule => rule.Takes(protocol, port, DnatDestination.OfFrontend(frontend)) && rule.Source.Contains(source));

    private static string? Inner(CompiledDnatRule? rule) => rule is null ? null : $"{rule.Rule.TranslatedAddress?.ToString() ?? rule.Rule.TranslatedFqdn?.ToString()} port {rule.Rule.TranslatedPort}";

    private static DifferenceStatement StatementOf(AddressSet source, int frontend, FlowProtocol protocol, int port, CompiledDnatRule? before, CompiledDnatRule? after)
    {
        var from = source.Equals(AddressSet.All) ? "everybody" : source.ToString();
        var to = DnatDestination.OfFrontend(frontend).ToString();
        var service = FormattableString.Invariant($"{DocumentWord.Of(protocol)}/{port}");
        var (kind, text) = (before, after) switch
        {
            (null, { } now) => (DifferenceKind.NewlyAllowed, $"{from} may now come in at {to} on {service}, to {Inner(now)}, by rule {now.Reference}"),
            ({ } was, null) => (DifferenceKind.NewlyDenied, $"{from} may no longer come in at {to} on {service} (was rule {was.Reference})"),
            _ => (DifferenceKind.OtherConditions, $"{from} at {to} on {service} is now led to {Inner(after)} instead of {Inner(before)}, by rule {after!.Reference}"),
        };
        return new(kind, from, to, service, (after ?? before)!.Reference, text);
    }
}
