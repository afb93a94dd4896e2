using System.Collections.Immutable;
using AksEgress.Analysis.Sets;
using AksEgress.Model;

namespace AksEgress.Analysis.Evaluation;

/// <summary>A rule of the policy at its place in the order of evaluation.</summary>
internal interface IFirewallRule
{
    /// <summary>Its names.</summary>
    RuleReference Reference { get; }

    /// <summary>Its place among the rules of its kind, from 0.</summary>
    int Order { get; }

    /// <summary>True when a match passes.</summary>
    bool Allows { get; }

    /// <summary>The sources that it is for.</summary>
    AddressSet Source { get; }

    /// <summary>True when it comes from a named set.</summary>
    bool IsOfSet { get; }
}

/// <summary>A network rule, its addresses and ports as sets.</summary>
internal sealed record CompiledNetworkRule(NetworkRule Rule, RuleReference Reference, int Order, bool Allows, AddressSet Source) : IFirewallRule
{
    /// <inheritdoc/>
    public bool IsOfSet => Rule.Origin.IsOfSet;

    /// <summary>Destination addresses, with those of service tags whose prefixes are known.</summary>
    public required AddressSet Destination { get; init; }

    /// <summary>Service tags whose prefixes are not known.</summary>
    public required ImmutableArray<string> ServiceTags { get; init; }

    /// <summary>Destination hosts.</summary>
    public required ImmutableArray<string> Hosts { get; init; }

    /// <summary>Ports of TCP; empty when the rule is not for it.</summary>
    public required AddressSet TcpPorts { get; init; }

    /// <summary>Ports of UDP; empty when the rule is not for it.</summary>
    public required AddressSet UdpPorts { get; init; }

    /// <summary>True when the rule is for ICMP: named, or any protocol on any port. With a port, any protocol means TCP and UDP (azure-facts 2.4); null where ranges name every port, of which nobody says whether it does.</summary>
    public required bool? Icmp { get; init; }

    /// <summary>True when the rule is for the protocol and port, whatever is not known.</summary>
    public bool Serves(FlowProtocol protocol, int port) => protocol switch
    {
        FlowProtocol.Icmp => Icmp == true,
        FlowProtocol.Udp => UdpPorts.Contains((uint)port),
        _ => TcpPorts.Contains((uint)port),
    };

    /// <summary>True when the rule is for the protocol and port, or may be.</summary>
    public bool MayServe(FlowProtocol protocol, int port) => Serves(protocol, port) || (protocol == FlowProtocol.Icmp && Icmp is null);
}

/// <summary>An application rule, its sources as a set.</summary>
internal sealed record CompiledApplicationRule(ApplicationRule Rule, RuleReference Reference, int Order, bool Allows, AddressSet Source) : IFirewallRule
{
    /// <inheritdoc/>
    public bool IsOfSet => Rule.Origin.IsOfSet;
}

/// <summary>A DNAT rule, its sources as a set.</summary>
internal sealed record CompiledDnatRule(DnatRule Rule, RuleReference Reference, int Order, AddressSet Source) : IFirewallRule
{
    /// <inheritdoc/>
    public bool IsOfSet => Rule.Origin.IsOfSet;

    /// <summary>What is translated is allowed.</summary>
    public bool Allows => true;

    /// <summary>Where it leads.</summary>
    public string Inner => $"{Rule.TranslatedAddress?.ToString() ?? Rule.TranslatedFqdn?.ToString()} port {Rule.TranslatedPort}";

    /// <summary>True when the rule is for the protocol and port.</summary>
    public bool Serves(FlowProtocol protocol, int port) =>
        Rule.Port.First <= port && port <= Rule.Port.Last && protocol != FlowProtocol.Icmp && Rule.Protocols!.Contains(protocol == FlowProtocol.Udp ? RuleProtocol.Udp : RuleProtocol.Tcp);

    /// <summary>True when the rule is for the protocol, port and destination.</summary>
    public bool Takes(FlowProtocol protocol, int port, DnatDestination destination) => Serves(protocol, port) && Rule.Destination!.Contains(destination);
}
