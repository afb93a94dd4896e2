using AksEgress.Model;

namespace AksEgress.Sizing;

/// <summary>How Azure counts the rules of a policy against its limits.</summary>
internal static class PolicySize
{
    /// <summary>The pairs of source and destination of a network rule: what stands there twice counts once, a service tag and a host once.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="sources">Measures lists of sources by <see cref="Distinct"/>; many rules share one.</param>
    public static long AddressPairs(NetworkRule rule, ListMeasure<AddressRange, long> sources) =>
        sources.Of(rule.Source!) * (Distinct(rule.Destination!) + Distinct(rule.ServiceTags!) + Distinct(rule.Fqdns!));

    /// <summary>The destinations of a DNAT rule: address, port and protocol, so TCP and UDP count apart.</summary>
    public static IEnumerable<(DnatDestination Destination, PortRange Port, RuleProtocol Protocol)> DnatDestinations(DnatRule rule) =>
        rule.Destination!.SelectMany(_ => rule.Protocols!.Distinct(), (destination, protocol) => (destination, rule.Port, protocol));

    /// <summary>How many different elements a list has.</summary>
    public static long Distinct<T>(ValueList<T> list) => list.Count < 2 ? list.Count : new HashSet<T>(list).Count;
}
