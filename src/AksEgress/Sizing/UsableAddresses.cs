using AksEgress.Knowledge;
using AksEgress.Model;

namespace AksEgress.Sizing;

/// <summary>What Azure leaves of a subnet: all but the first four addresses and the last.</summary>
internal static class UsableAddresses
{
    /// <summary>How many addresses of each subnet Azure keeps for itself.</summary>
    public static int Reserved { get; } = Limits.Known.ReservedAtSubnetStart.Value + Limits.Known.ReservedAtSubnetEnd.Value;

    /// <summary>How many are left; less than one where there are none.</summary>
    public static long Count(Cidr prefix) => prefix.Count - Reserved;

    /// <summary>The first of them, or null where there is none.</summary>
    public static Ipv4Address? First(Cidr prefix) =>
        Count(prefix) > 0 ? prefix.First.Plus(Limits.Known.ReservedAtSubnetStart.Value) : null;

    /// <summary>True when the address is one of them.</summary>
    public static bool Contain(Cidr prefix, Ipv4Address address) =>
        prefix.Contains(address)
        && address.Value - prefix.First.Value >= Limits.Known.ReservedAtSubnetStart.Value
        && prefix.Last.Value - address.Value >= Limits.Known.ReservedAtSubnetEnd.Value;
}
