using AksEgress.Knowledge;
using AksEgress.Model;

namespace AksEgress.Validation;

/// <summary>Ranges that mean the same everywhere.</summary>
internal static class KnownRanges
{
    /// <summary>Private addresses (RFC 1918, RFC 6598).</summary>
    public static PrefixSet Private { get; } = new(Limits.Known.PrivateRanges.Prefixes);

    /// <summary>Where Windows is activated.</summary>
    public static PrefixSet WindowsActivation { get; } = new(ClusterLimits.Known.WindowsActivation.Addresses.Select(address => Cidr.Of(Ipv4Address.Parse(address))));
}
