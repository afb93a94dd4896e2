using AksEgress.Model;

namespace AksEgress.Analysis.Evaluation;

/// <summary>The application rules, by protocol and port.</summary>
internal sealed class ApplicationStage
{
    private readonly Dictionary<ApplicationProtocol, HostTable> _tables;

    public ApplicationStage(CompiledPolicy policy, FqdnTagHosts tags)
    {
        var tables = new SourceTables(policy.Application);
        _tables = policy.Application
            .SelectMany(rule => rule.Rule.Protocols!.Distinct(), (rule, protocol) => (rule, protocol))
            .GroupBy(pair => pair.protocol, pair => pair.rule)
            .ToDictionary(rules => rules.Key, rules => new HostTable(rules, tables, tags));
    }

    /// <summary>What the rules make of a host.</summary>
    /// <returns>The rule that matches if nothing uncertain does, or null.</returns>
    public CompiledApplicationRule? Find(uint source, FlowProtocol protocol, int port, string host, RouteChoice? route, ref CaseList cases) =>
        TableOf(protocol, port)?.Find(source, host, route, ref cases);

    /// <summary>Every rule that matches a host, or may, in order.</summary>
    public List<HostMatch> All(uint source, FlowProtocol protocol, int port, string host) => TableOf(protocol, port)?.All(source, host) ?? [];

    /// <summary>What application rules know the protocol and port as; null where they do not.</summary>
    public static ApplicationProtocol? ProtocolOf(FlowProtocol protocol, int port) => protocol switch
    {
        FlowProtocol.Http => new(ApplicationProtocolType.Http, port),
        FlowProtocol.Https => new(ApplicationProtocolType.Https, port),
        _ => null,
    };

    private HostTable? TableOf(FlowProtocol protocol, int port) => ProtocolOf(protocol, port) is { } known ? _tables.GetValueOrDefault(known) : null;
}
