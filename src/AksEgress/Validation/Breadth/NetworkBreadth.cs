using AksEgress.Knowledge;
using AksEgress.Model;

namespace AksEgress.Validation.Breadth;

/// <summary>What a network rule leaves open.</summary>
internal static class NetworkBreadth
{
    /// <summary>True for a rule that TCP or UDP can match.</summary>
    public static bool HasPorts(NetworkRule rule) => rule.Protocols.Any(protocol => protocol != RuleProtocol.Icmp);

    /// <summary>True when it allows every port.</summary>
    public static bool IsEveryPort(NetworkRule rule) => HasPorts(rule) && rule.Ports.Any(BroadAddresses.IsEveryPort);

    /// <summary>True when it allows what application rules are for: the ports of HTTP and HTTPS.</summary>
    public static bool IsWeb(NetworkRule rule) =>
        HasPorts(rule) && (BroadAddresses.Hold(rule.Ports, ApplicationProtocol.Http.Port) || BroadAddresses.Hold(rule.Ports, ApplicationProtocol.Https.Port));

    /// <summary>True when it allows the port of DNS.</summary>
    public static bool IsDns(NetworkRule rule) => HasPorts(rule) && BroadAddresses.Hold(rule.Ports, ClusterLimits.Known.DnsPort.Value);

    /// <summary>The index of the service tag that stands for all of Azure, with a region or without, or -1.</summary>
    public static int FindCloud(NetworkRule rule)
    {
        for (var i = 0; i < rule.ServiceTags!.Count; i++)
        {
            if (string.Equals(rule.ServiceTags[i].Service, FirewallFacts.Known.CloudServiceTag.Name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }
}
