using AksEgress.Analysis;
using AksEgress.Model;
using CsCheck;

namespace AksEgress.Tests.Analysis.Reference;

/// <summary>Flows between what nasty topologies have, and past it.</summary>
internal static class NastyFlows
{
    private static readonly Gen<FlowSource> _source = Gen.Frequency(
        (4, Gen.OneOf([.. Addresses("10.42.1.0", "10.42.1.4", "10.42.1.5", "10.42.1.127", "10.42.1.128", "10.42.1.255", "10.42.4.9", "10.42.4.10", "10.42.6.15", "10.42.3.4")])),
        (2, Gen.OneOf(FlowSource.AnyPod, FlowSource.OfSubnet("nodes"), FlowSource.OfSubnet("Pods"), FlowSource.OfSubnet("ingress"), FlowSource.OfSubnet("more-nodes"))),
        (1, Gen.OneOf([.. Addresses("10.244.0.9", "10.42.2.4", "10.42.9.9", "20.60.0.1", "198.51.100.7")])));

    private static readonly Gen<(FlowTarget To, Ipv4Address? Address)> _target = Gen.Frequency(
        (4, NastyValues.Hosts.Select(host => (FlowTarget.FromFqdn(host), (Ipv4Address?)null))),
        (2, Gen.Select(NastyValues.Hosts, NastyValues.Addresses).Select((host, address) => (FlowTarget.FromFqdn(host), (Ipv4Address?)address))),
        (4, NastyValues.Addresses.Select(address => (FlowTarget.FromIpv4Address(address), (Ipv4Address?)null))),
        (1, Gen.Int[1, 3].Select(number => (FlowTarget.OfFrontend(number), (Ipv4Address?)null))));

    private static readonly Gen<FlowProtocol> _protocol = Gen.OneOf(
        FlowProtocol.Https, FlowProtocol.Https, FlowProtocol.Https, FlowProtocol.Http, FlowProtocol.Tcp, FlowProtocol.Tcp, FlowProtocol.Udp, FlowProtocol.Mssql, FlowProtocol.Icmp);

    public static Gen<Flow> Any { get; } = Gen.Select(_source, _target, _protocol, NastyValues.FlowPorts).Select((from, target, protocol, port) => new Flow
    {
        From = from, To = target.To, Address = target.Address, Protocol = protocol, Port = protocol == FlowProtocol.Icmp ? 0 : port,
    });

    private static IEnumerable<FlowSource> Addresses(params string[] addresses) => addresses.Select(address => FlowSource.FromIpv4Address(Ipv4Address.Parse(address)));
}
