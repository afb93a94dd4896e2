using System.Collections.Concurrent;
using AksEgress.Analysis.Sets;

namespace AksEgress.Analysis.Evaluation;

/// <summary>
/// The network rules, cut into columns: all flows from sources that no rule tells apart, over protocols and ports that no rule tells apart, meet the same rules. A column is made
/// when the first such flow comes.
/// </summary>
internal sealed class NetworkStage
{
    private readonly CompiledPolicy _policy;
    private readonly ClassMap _sources;
    private readonly ClassMap _tcp;
    private readonly ClassMap _udp;
    private readonly ConcurrentDictionary<int, CompiledNetworkRule[]> _rulesBySource = new();
    private readonly ConcurrentDictionary<(int Source, FlowProtocol Protocol, int Ports), NetworkColumn> _columns = new();

    public NetworkStage(CompiledPolicy policy)
    {
        _policy = policy;
        _sources = ClassesOf(rule => rule.Source);
        _tcp = ClassesOf(rule => rule.TcpPorts);
        _udp = ClassesOf(rule => rule.UdpPorts);
    }

    /// <summary>What the rules make of destinations, for a source, a protocol and a port.</summary>
    public NetworkColumn ColumnOf(uint source, FlowProtocol protocol, int port)
    {
        // For a network rule HTTP is TCP.
        protocol = protocol is FlowProtocol.Udp or FlowProtocol.Icmp ? protocol : FlowProtocol.Tcp;
        var ports = protocol switch { FlowProtocol.Tcp => _tcp.Of((uint)port), FlowProtocol.Udp => _udp.Of((uint)port), _ => 0 };
        var key = (_sources.Of(source), protocol, ports);
        return _columns.TryGetValue(key, out var known) ? known : _columns.GetOrAdd(key, MakeColumn(RulesOf(key.Item1, source), protocol, port));
    }

    private static NetworkColumn MakeColumn(CompiledNetworkRule[] rules, FlowProtocol protocol, int port)
    {
        var sure = rules.Where(rule => rule.Serves(protocol, port)).ToList();
        var all = rules.Where(rule => rule.MayServe(protocol, port)).ToList();
        return new(sure, all.Count > sure.Count ? new(all) : null);
    }

    private CompiledNetworkRule[] RulesOf(int sourceClass, uint source) =>
        _rulesBySource.TryGetValue(sourceClass, out var known) ? known : _rulesBySource.GetOrAdd(sourceClass, [.. _policy.Network.Where(rule => rule.Source.Contains(source))]);

    private ClassMap ClassesOf(Func<CompiledNetworkRule, AddressSet> set) =>
        new(_policy.Network.SelectMany(rule => set(rule).Spans, (rule, span) => (span, rule.Order)));
}
