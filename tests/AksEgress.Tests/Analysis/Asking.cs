using AksEgress.Analysis;
using AksEgress.Model;
using AksEgress.Tests.Resolution;

namespace AksEgress.Tests.Analysis;

/// <summary>Short forms of rules and questions for tests.</summary>
internal static class Asking
{
    /// <summary>A small cluster behind a firewall with these rules.</summary>
    public static EgressTopology Behind(params RuleCollectionGroup[] groups) =>
        Topologies.Small with { Firewall = new() { Frontends = new() { Count = 2 }, Policy = new() { RuleCollectionGroups = groups.ToValueList() } } };

    /// <summary>A small cluster behind a firewall with these rules in one group.</summary>
    public static EgressTopology Behind(params RuleCollection[] collections) => Behind(Group("g", 100, collections));

    public static RuleCollectionGroup Group(string name, int priority, params RuleCollection[] collections) => new() { Name = name, Priority = priority, Collections = collections.ToValueList() };

    public static RuleCollection Network(string name, int priority, RuleAction action, params NetworkRule[] rules) =>
        new NetworkRuleCollection { Name = name, Priority = priority, Action = action, Rules = rules.ToValueList() };

    public static RuleCollection Application(string name, int priority, RuleAction action, params ApplicationRule[] rules) =>
        new ApplicationRuleCollection { Name = name, Priority = priority, Action = action, Rules = rules.ToValueList() };

    public static RuleCollection Dnat(string name, int priority, params DnatRule[] rules) => new DnatRuleCollection { Name = name, Priority = priority, Rules = rules.ToValueList() };

    /// <summary>A network rule: protocols and ports as documents write them, with commas.</summary>
    public static NetworkRule To(string destination, string ports, params RuleProtocol[] protocols) => new()
    {
        Name = "rule",
        Protocols = protocols.ToValueList(),
        Destination = [AddressRange.Parse(destination)],
        Ports = ports.Split(',').Select(PortRange.Parse).ToValueList(),
    };

    /// <summary>A network rule that names hosts.</summary>
    public static NetworkRule ToHost(string host, string port, RuleProtocol protocol) => new()
    {
        Name = "rule",
        Protocols = [protocol],
        Fqdns = [Fqdn.Parse(host)],
        Ports = [PortRange.Parse(port)],
    };

    /// <summary>An application rule, for HTTP and HTTPS unless protocols are named.</summary>
    public static ApplicationRule Host(string pattern, params ApplicationProtocol[] protocols) => new()
    {
        Name = "rule",
        Protocols = protocols.Length == 0 ? [ApplicationProtocol.Http, ApplicationProtocol.Https] : protocols.ToValueList(),
        Fqdns = [FqdnPattern.Parse(pattern)],
    };

    /// <summary>A DNAT rule to an inner address.</summary>
    public static DnatRule Publish(string destination, int port, params RuleProtocol[] protocols)
    {
        Assert.True(DnatDestination.TryParse(destination, out var parsed, out _));
        return new() { Name = "rule", Protocols = protocols.ToValueList(), Destination = [parsed], Port = port, TranslatedAddress = Ipv4Address.Parse("10.42.3.10") };
    }

    /// <summary>The same with these routes.</summary>
    public static EgressTopology Routed(EgressTopology topology, params Route[] routes) =>
        topology with { Network = Topologies.Small.Network with { RouteTables = [new() { Routes = routes.ToValueList() }] } };

    public static Route Route(string prefix, NextHopType nextHop)
    {
        Assert.True(RouteDestination.TryParse(prefix, out var destination, out _));
        return new() { Prefix = destination, NextHopType = nextHop };
    }

    /// <summary>What becomes of a flow of any pod.</summary>
    public static FlowAnswer Ask(this EgressTopology topology, string to, FlowProtocol protocol, int port, string from = "any pod", string? address = null)
    {
        Assert.True(FlowSource.TryParse(from, out var source));
        Assert.True(FlowTarget.TryParse(to, out var target, out _));
        return topology.Analyze().Explain(new() { From = source, To = target, Address = address is null ? null : Ipv4Address.Parse(address), Protocol = protocol, Port = port });
    }

    public static void AssertEnds(Verdict verdict, FlowStage stage, string? collection, FlowAnswer answer) =>
        Assert.Equal((verdict, stage, collection), (answer.Verdict, answer.Stage, answer.Rule?.Collection));
}
