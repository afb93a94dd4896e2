using System.Diagnostics.CodeAnalysis;
using AksEgress.Model;

namespace AksEgress.Analysis;

/// <summary>Where a flow comes from: an address, all addresses of a subnet, or any pod of the cluster.</summary>
public readonly record struct FlowSource
{
    private const string AnyPodText = "any pod";

    private FlowSource(Ipv4Address? address, string? subnet)
    {
        Address = address;
        Subnet = subnet;
    }

    /// <summary>Any pod, as the network sees it: by the address of its node with overlay and kubenet, else by its own.</summary>
    public static FlowSource AnyPod => default;

    /// <summary>The address, or null.</summary>
    public Ipv4Address? Address { get; }

    /// <summary>The name of the subnet, or null.</summary>
    public string? Subnet { get; }

    /// <summary>One address.</summary>
    public static implicit operator FlowSource(Ipv4Address address) => FromIpv4Address(address);

    /// <summary>One address.</summary>
    public static FlowSource FromIpv4Address(Ipv4Address address) => new(address, null);

    /// <summary>All addresses of a subnet.</summary>
    /// <param name="name">Its name; upper and lower case are the same.</param>
    public static FlowSource OfSubnet(string name) => new(null, name);

    /// <summary>Reads an address, <c>any pod</c>, or the name of a subnet.</summary>
    /// <param name="text">The text.</param>
    /// <param name="source">The source.</param>
    public static bool TryParse(string text, out FlowSource source)
    {
        source = string.Equals(text, AnyPodText, StringComparison.OrdinalIgnoreCase) ? AnyPod : Ipv4Address.TryParse(text.AsSpan(), out var address) ? address : OfSubnet(text);
        return text.Length > 0;
    }

    /// <inheritdoc/>
    public override string ToString() => Address?.ToString() ?? Subnet ?? AnyPodText;
}
