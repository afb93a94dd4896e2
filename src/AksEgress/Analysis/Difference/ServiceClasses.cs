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

    /// <summary>The classes of the rules of some policies.</summary>
    public static IReadOnlyList<ServiceClass> Of(params IReadOnlyList<CompiledPolicy> policies)
    {
        var network = policies.SelectMany(policy => policy.Network).ToList();
        var dnat = policies.SelectMany(policy => policy.Dnat).Select(rule => PortsOf(rule.Rule.Port)).ToList();
        var tcp = network.Select(rule => rule.TcpPorts).Concat(dnat).ToList();
        var udp = network.Select(rule => rule.UdpPorts).Concat(dnat).ToList();
        var application = policies.SelectMany(policy => policy.Application).SelectMany(rule => rule.Rule.Protocols!).Distinct().ToList();
        return
        [
            .. Split(FlowProtocol.Tcp, tcp),
            .. Split(FlowProtocol.Mssql, tcp),
            .. Split(FlowProtocol.Http, [.. tcp, .. application.Where(one => one.Type == ApplicationProtocolType.Http).Select(one => PortsOf(one.Port))]),
            .. Split(FlowProtocol.Https, [.. tcp, .. application.Where(one => one.Type == ApplicationProtocolType.Https).Select(one => PortsOf(one.Port))]),
            .. Split(FlowProtocol.Udp, udp),
            new(FlowProtocol.Icmp, AddressSet.Of([new AddressSpan(0, 0)])),
        ];
    }

    private static IEnumerable<ServiceClass> Split(FlowProtocol protocol, IReadOnlyList<AddressSet> sets)
    {
        var map = new ClassMap(sets.Distinct().SelectMany((set, index) => set.Spans.Select(span => (span, index))));
        return map.Pieces(_all).GroupBy(piece => piece.Class, piece => piece.Span).Select(spans => new ServiceClass(protocol, AddressSet.Of(spans)));
    }

    private static AddressSet PortsOf(PortRange range) => AddressSet.Of([new AddressSpan((uint)range.First, (uint)range.Last)]);
}
