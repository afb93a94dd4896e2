using AksEgress.Analysis.Evaluation;
using AksEgress.Analysis.Sets;
using AksEgress.Model;

namespace AksEgress.Analysis.Explanation;

/// <summary>What of a rule a flow does not meet.</summary>
internal static class RuleMisses
{
    /// <summary>How many parts of the rule are not met for certain; 0 where it matches. Not counted further than a bound.</summary>
    public static int Count(Flow flow, AddressSpan source, IFirewallRule rule, int bound)
    {
        var misses = rule.Source.Contains(source.First) ? 0 : 1;
        misses += misses >= bound || Serves(rule, flow) ? 0 : 1;
        return misses + (misses >= bound || Holds(rule, flow) ? 0 : 1);
    }

    /// <summary>Clauses, one for each part that is not met for certain.</summary>
    public static IEnumerable<string> Of(Flow flow, AddressSpan source, IFirewallRule rule)
    {
        if (!rule.Source.Contains(source.First))
        {
            yield return $"{source} is not one of its sources {Short(rule.Source.ToString())}";
        }

        if (!Serves(rule, flow))
        {
            yield return $"it is for {ServiceOf(rule)}";
        }

        if (!Holds(rule, flow))
        {
            yield return rule switch
            {
                CompiledNetworkRule => $"{flow.To} is not surely one of its destinations {Short(DestinationsOf(rule))}",
                CompiledApplicationRule when flow.To.Host is null => "a flow to a bare address names no host",
                CompiledApplicationRule => $"{flow.To} is not one of its hosts {Short(DestinationsOf(rule))}",
                _ => $"{flow.To} is not one of its destinations {Short(DestinationsOf(rule))}",
            };
        }
    }

    private static bool Serves(IFirewallRule rule, Flow flow) => rule switch
    {
        CompiledNetworkRule network => network.Serves(flow.Protocol, flow.Port),
        CompiledDnatRule dnat => dnat.Serves(flow.Protocol, flow.Port),
        CompiledApplicationRule { Rule: var application } => ApplicationStage.ProtocolOf(flow.Protocol, flow.Port) is { } protocol && application.Protocols!.Contains(protocol),
        _ => false,
    };

    private static bool Holds(IFirewallRule rule, Flow flow) => rule switch
    {
        CompiledNetworkRule network => ((flow.To.Address ?? flow.Address) is { } address && network.Destination.Contains(address.Value)) || (flow.To.Host is { } host && network.Hosts.Contains(host.ToString())),
        CompiledDnatRule { Rule: var dnat } => DestinationOf(flow) is { } destination && dnat.Destination!.Contains(destination),
        CompiledApplicationRule { Rule: var application } => flow.To.Host is { } host && Names(application, host),
        _ => false,
    };

    private static DnatDestination? DestinationOf(Flow flow) => flow.To.Frontend is { } frontend ? DnatDestination.OfFrontend(frontend) : flow.To.Address ?? flow.Address;

    private static bool Names(ApplicationRule rule, Fqdn host)
    {
        foreach (var pattern in rule.Fqdns!)
        {
            if (pattern.Covers(host))
            {
                return true;
            }
        }

        return false;
    }

    private static string ServiceOf(IFirewallRule rule) => rule switch
    {
        CompiledNetworkRule { Rule: var network, Icmp: var icmp } =>
            $"{string.Join(", ", network.Protocols.Select(DocumentWord.Of))}{(network.Protocols.Contains(RuleProtocol.Any) && icmp == false ? ", which with a port is tcp and udp," : "")} on port {Short(string.Join(", ", network.Ports))}",
        CompiledDnatRule { Rule: var dnat } => $"{string.Join(", ", dnat.Protocols!.Select(DocumentWord.Of))} on port {dnat.Port}",
        CompiledApplicationRule { Rule: var application } => string.Join(", ", application.Protocols!),
        _ => "",
    };

    private static string DestinationsOf(IFirewallRule rule) => rule switch
    {
        CompiledNetworkRule network => string.Join(", ", [.. network.Destination.IsEmpty ? [] : new[] { network.Destination.ToString() }, .. network.ServiceTags, .. network.Hosts]),
        CompiledDnatRule { Rule: var dnat } => string.Join(", ", dnat.Destination!),
        CompiledApplicationRule { Rule: var application } => string.Join(", ", [.. application.Fqdns!.Select(pattern => pattern.ToString()), .. application.FqdnTags!.Select(tag => $"tag {tag}")]),
        _ => "",
    };

    private static string Short(string text) => text.Length <= 120 ? text : text[..117] + "…";
}
