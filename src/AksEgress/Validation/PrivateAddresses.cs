using AksEgress.Knowledge;
using AksEgress.Model;

namespace AksEgress.Validation;

/// <summary>What the firewall does not take for the Internet.</summary>
internal static class PrivateAddresses
{
    private static readonly Cidr[] _ranges = [.. FirewallFacts.Known.PrivateRanges.Cidrs.Select(Cidr.Parse)];

    /// <summary>True for a private address.</summary>
    public static bool Contain(Ipv4Address address) => Array.Exists(_ranges, range => range.Contains(address));

    /// <summary>True when one of the addresses is private.</summary>
    public static bool Overlap(AddressRange addresses) =>
        Array.Exists(_ranges, range => range.First.Value <= addresses.Last.Value && addresses.First.Value <= range.Last.Value);
}
