using AksEgress.Model;

namespace AksEgress.Analysis.Coverage;

/// <summary>Says what to write so that something is covered.</summary>
internal static class CoverageAdvice
{
    /// <summary>What to write.</summary>
    /// <param name="needed">What is needed.</param>
    /// <param name="worst">Where it is covered worst.</param>
    /// <param name="isCode">True to write C#; false to write a document.</param>
    public static string Of(Requirement needed, SourceCoverage worst, bool isCode)
    {
        var allow = isCode ? InCode(needed) : InDocument(needed);
        return worst switch
        {
            { Stage: FlowStage.Route or FlowStage.Local } => "a route to the firewall in place of the one that decides",
            { Status: CoverageStatus.NotCovered, Rule: { } rule } => $"{allow}, and take it out of {rule}, or an allow rule before that one",
            _ => allow,
        };
    }

    private static string InDocument(Requirement needed) => needed switch
    {
        { Set: { } set } => $"allow: [{set}]",
        // Application rules have hosts, so an address takes a network rule.
        _ when AddressOf(needed) is { } address =>
            FormattableString.Invariant($"rules: [{{ collection: allow-addresses, kind: network, priority: 1000, rules: [{{ name: {NameOf(needed)}, protocols: [tcp], destination: [{address}], ports: [{needed.Port}] }}] }}]"),
        { Port: 443 } => $"allow: [{{ https: [{Quoted(needed.Targets[0])}] }}]",
        _ => FormattableString.Invariant($"allow: [{{ https: [{Quoted(needed.Targets[0])}], port: {needed.Port} }}]"),
    };

    private static string InCode(Requirement needed) => needed switch
    {
        { Set: { } set } => $"Allow = [EndpointSet.{Enum.GetValues<EndpointSet>().First(known => DocumentWord.Of(known) == set)}]",
        _ when AddressOf(needed) is { } address =>
            FormattableString.Invariant($"Rules = [new NetworkRuleCollection {{ Name = \"allow-addresses\", Priority = 1000, Rules = [new() {{ Name = \"{NameOf(needed)}\", Protocols = [RuleProtocol.Tcp], Destination = [AddressRange.Parse(\"{address}\")], Ports = [{needed.Port}] }}] }}]"),
        { Port: 443 } => $"Allow = [new() {{ Https = [FqdnPattern.Parse(\"{needed.Targets[0]}\")] }}]",
        _ => FormattableString.Invariant($"Allow = [new() {{ Https = [FqdnPattern.Parse(\"{needed.Targets[0]}\")], Port = {needed.Port} }}]"),
    };

    private static Ipv4Address? AddressOf(Requirement needed) => Ipv4Address.TryParse(needed.Targets[0].AsSpan(), out var address) ? address : null;

    private static string NameOf(Requirement needed) => FormattableString.Invariant($"{needed.Endpoint.Replace('.', '-')}-{needed.Port}");

    /// <summary>YAML takes an asterisk for an alias.</summary>
    private static string Quoted(string host) => host[0] == '*' ? $"\"{host}\"" : host;
}
