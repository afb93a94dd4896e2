using AksEgress.Model;

namespace AksEgress.Sizing;

/// <summary>How Azure counts the rules of a policy against its limits.</summary>
internal static class PolicySize
{
    /// <summary>The pairs of source and destination of a network rule: what stands there twice counts once, a service tag and a host once.</summary>
    public static long AddressPairs(NetworkRule rule) =>
        (long)Distinct(rule.Source!) * (Distinct(rule.Destination!) + Distinct(rule.ServiceTags!) + Distinct(rule.Fqdns!));

    /// <summary>The destinations of a DNAT rule: address, port and protocol, so TCP and UDP count apart.</summary>
    public static IEnumerable<(DnatDestination Destination, PortRange Port, RuleProtocol Protocol)> DnatDestinations(DnatRule rule) =>
        rule.Destination!.SelectMany(_ => rule.Protocols!, (destination, protocol) => (destination, rule.Port, protocol));

    private static int Distinct<T>(ValueList<T> list) => list.Count < 2 ? list.Count : new HashSet<T>(list).Count;
}
