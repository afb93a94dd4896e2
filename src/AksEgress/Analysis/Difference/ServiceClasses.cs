using AksEgress.Analysis.Evaluation;
using AksEgress.Analysis.Sets;
using AksEgress.Model;

namespace AksEgress.Analysis.Difference;

/// <summary>A protocol with ports that no rule of some topologies tells apart.</summary>
/// <param name="Protocol">The protocol.</param>
/// <param name="Ports">The ports; port 0 for ICMP.</param>
internal sealed record ServiceClass(FlowProtocol Protocol, AddressSet Ports)
{
    /// <summary>One of the ports.</summary>
    public int Port => (int)Ports.Spans[0].First;
}

/// <summary>Splits protocols and ports into classes that no rule tells apart.</summary>
internal static class ServiceClasses
{
    private static readonly AddressSpan _all = new(1, 65535);

    private static readonly FlowProtocol[] _tcp = [FlowProtocol.Tcp, FlowProtocol.Http, FlowProtocol.Https, FlowProtocol.Mssql];

    private static readonly ServiceClass _icmp = new(FlowProtocol.Icmp, AddressSet.Of([new AddressSpan(0, 0)]));

    /// <summary>The classes of the rules of some policies.</summary>
    public static IReadOnlyList<ServiceClass> Of(params IReadOnlyList<CompiledPolicy> policies)
    {
        var rules = policies.SelectMany(policy => policy.All).ToList();
        var network = rules.OfType<CompiledNetworkRule>().ToList();
        var dnat = rules.OfType<CompiledDnatRule>().Select(rule => PortsOf(rule.Rule.Port)).ToList();
        var tcp = network.Select(rule => rule.TcpPorts).Concat(dnat).ToList();
        var udp = network.Select(rule => rule.UdpPorts).Concat(dnat).ToList();
        var application = rules.OfType<CompiledApplicationRule>().SelectMany(rule => rule.Rule.Protocols!).Distinct().ToList();
        return
        [
            .. Split(FlowProtocol.Tcp, tcp),
            .. Split(FlowProtocol.Mssql, tcp),
            .. Split(FlowProtocol.Http, [.. tcp, .. application.Where(one => one.Type == ApplicationProtocolType.Http).Select(one => PortsOf(one.Port))]),
            .. Split(FlowProtocol.Https, [.. tcp, .. application.Where(one => one.Type == ApplicationProtocolType.Https).Select(one => PortsOf(one.Port))]),
            .. Split(FlowProtocol.Udp, udp),
            _icmp,
        ];
    }

    /// <summary>The classes of DNAT rules alone.</summary>
    public static IReadOnlyList<ServiceClass> Of(IEnumerable<CompiledDnatRule> rules)
    {
        var ports = rules.Select(rule => PortsOf(rule.Rule.Port)).ToList();
        return [.. Split(FlowProtocol.Tcp, ports), .. Split(FlowProtocol.Udp, ports), _icmp];
    }

    /// <summary>Services in words.</summary>
    public static string TextOf(IReadOnlyList<ServiceClass> services)
    {
        var byProtocol = services.GroupBy(service => service.Protocol).ToDictionary(same => same.Key, same => AddressSet.Of(same.SelectMany(service => service.Ports.Spans)));
        // What holds for TCP, whatever is spoken, is said once.
        var isAnyTcp = _tcp.All(protocol => byProtocol.TryGetValue(protocol, out var ports) && ports.Equals(byProtocol.GetValueOrDefault(FlowProtocol.Tcp)));
        return string.Join(", ", byProtocol.Where(service => !isAnyTcp || service.Key == FlowProtocol.Tcp || !_tcp.Contains(service.Key)).GroupBy(service => service.Value, service => service.Key)
            .Select(same => $"{string.Join(", ", same.Select(DocumentWord.Of))}{(same.Contains(FlowProtocol.Icmp) ? "" : "/" + Ports(same.Key))}"));
    }

    private static string Ports(AddressSet ports) =>
        ports.Spans is [(1, 65535)] ? "*" : string.Join(", ", ports.Spans.Select(span => span.First == span.Last ? FormattableString.Invariant($"{span.First}") : FormattableString.Invariant($"{span.First}-{span.Last}")));

    private static IEnumerable<ServiceClass> Split(FlowProtocol protocol, IReadOnlyList<AddressSet> sets)
    {
        var map = new ClassMap(sets.Distinct().SelectMany((set, index) => set.Spans.Select(span => (span, index))));
        return map.Pieces(_all).GroupBy(piece => piece.Class, piece => piece.Span).Select(spans => new ServiceClass(protocol, AddressSet.Of(spans)));
    }

    private static AddressSet PortsOf(PortRange range) => AddressSet.Of([new AddressSpan((uint)range.First, (uint)range.Last)]);
}
