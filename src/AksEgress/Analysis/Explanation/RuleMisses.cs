using AksEgress.Analysis.Evaluation;
using AksEgress.Analysis.Sets;
using AksEgress.Model;

namespace AksEgress.Analysis.Explanation;

/// <summary>What of a rule a flow does not meet.</summary>
internal static class RuleMisses
{
    /// <summary>Clauses, one for each part of the rule that is not met for certain; none where the rule matches.</summary>
    public static IReadOnlyList<string> Of(Flow flow, AddressSpan source, IFirewallRule rule)
    {
        var misses = new List<string>();
        if (!rule.Source.Contains(source.First))
        {
            misses.Add($"{source} is not one of its sources {Short(rule.Source.ToString())}");
        }

        switch (rule)
        {
            case CompiledNetworkRule network:
                Add(flow, network, misses);
                break;
            case CompiledApplicationRule application:
                Add(flow, application.Rule, misses);
                break;
            case CompiledDnatRule dnat when !dnat.Takes(flow.Protocol, flow.Port, flow.To.Frontend is { } frontend ? DnatDestination.OfFrontend(frontend) : flow.To.Address ?? flow.Address ?? default):
                misses.Add($"it is for {string.Join(", ", dnat.Rule.Protocols!.Select(DocumentWord.Of))} to {string.Join(", ", dnat.Rule.Destination!)} on port {dnat.Rule.Port}");
                break;
        }

        return misses;
    }

    private static void Add(Flow flow, CompiledNetworkRule rule, List<string> misses)
    {
        if (!rule.Serves(flow.Protocol, flow.Port))
        {
            misses.Add($"it is for {string.Join(", ", rule.Rule.Protocols.Select(DocumentWord.Of))} on port {Short(string.Join(", ", rule.Rule.Ports))}");
        }

        var holds = (flow.To.Address ?? flow.Address) is { } address && rule.Destination.Contains(address.Value);
        var names = flow.To.Host is { } host && rule.Hosts.Contains(host.ToString());
        if (!holds && !names)
        {
            var all = rule.Destination.IsEmpty ? [] : new[] { rule.Destination.ToString() };
            misses.Add($"{flow.To} is not surely one of its destinations {Short(string.Join(", ", [.. all, .. rule.ServiceTags, .. rule.Hosts]))}");
        }
    }

    private static void Add(Flow flow, ApplicationRule rule, List<string> misses)
    {
        var type = flow.Protocol switch { FlowProtocol.Http => ApplicationProtocolType.Http, FlowProtocol.Https => ApplicationProtocolType.Https, _ => (ApplicationProtocolType?)null };
        if (type is null || !rule.Protocols!.Contains(new(type.Value, flow.Port)))
        {
            misses.Add($"it is for {string.Join(", ", rule.Protocols!)}");
        }

        if (flow.To.Host is not { } host)
        {
            misses.Add("a flow to a bare address names no host");
        }
        else if (!rule.Fqdns!.Any(pattern => pattern.Covers(host)))
        {
            misses.Add($"{host} is not one of its hosts {Short(string.Join(", ", [.. rule.Fqdns!.Select(pattern => pattern.ToString()), .. rule.FqdnTags!.Select(tag => $"tag {tag}")]))}");
        }
    }

    private static string Short(string text) => text.Length <= 120 ? text : text[..117] + "…";
}
