using AksEgress.Knowledge;
using AksEgress.Model;

namespace AksEgress.Validation;

/// <summary>What Azure leaves of a subnet: all but the first four addresses and the last.</summary>
internal static class UsableAddresses
{
    /// <summary>The first of them, or null where there is none.</summary>
    public static Ipv4Address? First(Cidr prefix) =>
        prefix.Count > Limits.Known.ReservedAtSubnetStart.Value + Limits.Known.ReservedAtSubnetEnd.Value ? prefix.First.Plus(Limits.Known.ReservedAtSubnetStart.Value) : null;

    /// <summary>True when the address is one of them.</summary>
    public static bool Contain(Cidr prefix, Ipv4Address address) =>
        prefix.Contains(address)
        && address.Value - prefix.First.Value >= Limits.Known.ReservedAtSubnetStart.Value
        && prefix.Last.Value - address.Value >= Limits.Known.ReservedAtSubnetEnd.Value;
}
