using AksEgress.Knowledge;
using AksEgress.Model;

namespace AksEgress.Validation.Breadth;

/// <summary>What a network rule leaves open.</summary>
internal static class NetworkBreadth
{
    private static readonly NetworkFqdnEndpoint _time =
        EndpointSets.Find(DocumentWord.Of(Model.EndpointSet.UbuntuTime))!.For(AzureCloud.Public).Endpoints!.OfType<NetworkFqdnEndpoint>().First();

    /// <summary>True for a rule that TCP or UDP can match.</summary>
    public static bool HasPorts(NetworkRule rule) => rule.Protocols.Any(protocol => protocol != RuleProtocol.Icmp);

    /// <summary>True for a rule that the protocol can match.</summary>
    public static bool Has(NetworkRule rule, RuleProtocol protocol) => rule.Protocols.Any(candidate => candidate == protocol || candidate == RuleProtocol.Any);

    /// <summary>True when it allows every port.</summary>
    public static bool IsEveryPort(NetworkRule rule) => HasPorts(rule) && rule.Ports.Any(BroadAddresses.IsEveryPort);

    /// <summary>True when it allows what application rules are for, or what goes by in place of it.</summary>
    public static bool IsWeb(NetworkRule rule) => IsHttp(rule) || IsHttps(rule) || IsQuic(rule);

    /// <summary>True when it allows HTTP.</summary>
    public static bool IsHttp(NetworkRule rule) => Has(rule, RuleProtocol.Tcp) && BroadAddresses.Hold(rule.Ports, ApplicationProtocol.Http.Port);

    /// <summary>True when it allows HTTPS.</summary>
    public static bool IsHttps(NetworkRule rule) => Has(rule, RuleProtocol.Tcp) && BroadAddresses.Hold(rule.Ports, ApplicationProtocol.Https.Port);

    /// <summary>True when it allows QUIC, which browsers and clients try before HTTPS, and which no application rule matches.</summary>
    public static bool IsQuic(NetworkRule rule) => Has(rule, RuleProtocol.Udp) && BroadAddresses.Hold(rule.Ports, ApplicationProtocol.Https.Port);

    /// <summary>True when it allows the port of DNS.</summary>
    public static bool IsDns(NetworkRule rule) => HasPorts(rule) && BroadAddresses.Hold(rule.Ports, ClusterLimits.Known.DnsPort.Value);

    /// <summary>The host that nodes ask for the time.</summary>
    public static string TimeServer { get; } = _time.Fqdns[0];

    /// <summary>True when it allows the port of time servers and no other.</summary>
    public static bool IsTime(NetworkRule rule) => Has(rule, RuleProtocol.Udp) && rule.Ports.Count > 0 && rule.Ports.All(range => range.First == _time.Port && range.IsSingle);

    /// <summary>The index of the service tag that stands for all of Azure, with a region or without, or -1.</summary>
    public static int FindCloud(NetworkRule rule) =>
        rule.ServiceTags!.FindIndex(tag => string.Equals(tag.Service, FirewallFacts.Known.CloudServiceTag.Name, StringComparison.OrdinalIgnoreCase));
}
