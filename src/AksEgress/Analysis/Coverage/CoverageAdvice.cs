using AksEgress.Model;

namespace AksEgress.Analysis.Coverage;

/// <summary>Says what to write so that something is covered.</summary>
internal static class CoverageAdvice
{
    /// <summary>What to write.</summary>
    public static string Of(Requirement needed, SourceCoverage worst)
    {
        var allow = needed switch
        {
            { Set: { } set } => $"allow: [{set}]",
            // Application rules have hosts, so an address takes a network rule.
            _ when Ipv4Address.TryParse(needed.Targets[0].AsSpan(), out var address) =>
                FormattableString.Invariant($"rules: [{{ collection: allow-addresses, kind: network, priority: 1000, rules: [{{ name: {needed.Endpoint.Replace('.', '-')}-{needed.Port}, protocols: [tcp], destination: [{address}], ports: [{needed.Port}] }}] }}]"),
            { Port: 443 } => $"allow: [{{ https: [{Quoted(needed.Targets[0])}] }}]",
            _ => FormattableString.Invariant($"allow: [{{ https: [{Quoted(needed.Targets[0])}], port: {needed.Port} }}]"),
        };
        return worst switch
        {
            { Stage: FlowStage.Route or FlowStage.Local } => "a route to the firewall in place of the one that decides",
            { Status: CoverageStatus.NotCovered, Rule: { } rule } => $"{allow}, and take it out of {rule}, or an allow rule before that one",
            _ => allow,
        };
    }

    /// <summary>YAML takes an asterisk for an alias.</summary>
    private static string Quoted(string host) => host[0] == '*' ? $"\"{host}\"" : host;
}
